namespace OcpConformance.Transport.Sending;

internal sealed class BodyTooLargeException(int limit) : Exception($"the body is larger than {limit} bytes");
