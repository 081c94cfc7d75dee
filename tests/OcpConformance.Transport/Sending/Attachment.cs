using OcpConformance.Contract.Catalog;
using OcpConformance.Transport.Safety;
using RestSharp.Interceptors;

namespace OcpConformance.Transport.Sending;

/// <summary>Hands a request's recording and effect to the handlers below RestSharp.</summary>
internal sealed class Attachment(Recording recording, Effect effect) : Interceptor
{
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(RecordingHandler.Key, recording);
        requestMessage.Options.Set(SafetyGuard.EffectKey, effect);
        return ValueTask.CompletedTask;
    }
}
