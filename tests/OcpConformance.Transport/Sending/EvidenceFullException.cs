using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Sending;

internal sealed class EvidenceFullException(long capacity) : Exception
{
    public Message Problem { get; } = OcpConformance.Contract.Messages.Message.Of("evidence-full", capacity);
}
