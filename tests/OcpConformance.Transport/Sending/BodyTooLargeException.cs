using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Sending;

internal sealed class BodyTooLargeException(int limit) : Exception
{
    public Message Problem { get; } = OcpConformance.Contract.Messages.Message.Of("body-too-large", limit);
}
