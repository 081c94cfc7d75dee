using OcpConformance.Contract.Exchanges;

namespace OcpConformance.MockOcp.Messages;

/// <summary>A request as the mock sees it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query, percent-encoded as they came.</param>
/// <param name="Host">The Host header.</param>
/// <param name="Query">Query parameters, decoded; of repeated ones all values joined by commas.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record IncomingRequest(
    string Method, string Target, string Host, IReadOnlyDictionary<string, string> Query, IReadOnlyList<Header> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The path, percent-encoded as it came.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The Authorization header; null where there is none.</summary>
    public string? Authorization => Header("Authorization");

    /// <summary>The first value of a header; null where there is none.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
