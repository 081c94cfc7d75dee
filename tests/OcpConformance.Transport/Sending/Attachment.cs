using OcpConformance.Contract.Catalog;
using OcpConformance.Transport.Safety;
using RestSharp.Interceptors;

namespace OcpConformance.Transport.Sending;

/// <summary>Hands a request's recording, effect and note to the handlers below RestSharp.</summary>
internal sealed class Attachment(Recording recording, Effect effect, WriteNote? note) : Interceptor
{
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(RecordingHandler.Key, recording);
        requestMessage.Options.Set(SafetyGuard.EffectKey, effect);
        requestMessage.Options.Set(SafetyGuard.NoteKey, note);
        return ValueTask.CompletedTask;
    }
}
