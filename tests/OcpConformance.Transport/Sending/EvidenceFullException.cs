namespace OcpConformance.Transport.Sending;

internal sealed class EvidenceFullException(long capacity)
    : Exception($"the answers of the run fill the {capacity} bytes that it keeps; run fewer operations at a time with OCP_SELECT");
