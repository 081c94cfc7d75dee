using OcpConformance.Transport.Safety;
using RestSharp.Interceptors;

namespace OcpConformance.Transport.Sending;

/// <summary>Hands to the handlers below RestSharp what they need to know of a request.</summary>
internal sealed class Attachment(Recording recording, OutgoingRequest outgoing, bool atMostOnce) : Interceptor
{
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(RecordingHandler.Key, recording);
        requestMessage.Options.Set(SafetyGuard.EffectKey, outgoing.Effect);
        requestMessage.Options.Set(SafetyGuard.NoteKey, outgoing.Note);
        requestMessage.Options.Set(FreshConnectionHandler.AtMostOnceKey, atMostOnce);
        return ValueTask.CompletedTask;
    }
}
