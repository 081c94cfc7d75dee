namespace OcpConformance.MockOcp.Answering;

/// <summary>A request as the mock sees it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path, percent-encoded as it came.</param>
/// <param name="Query">Query parameters, decoded; of repeated ones all values joined by commas.</param>
/// <param name="Authorization">The Authorization header; null where there is none.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record IncomingRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, string? Authorization, ReadOnlyMemory<byte> Body);
