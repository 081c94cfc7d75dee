namespace OcpConformance.Contract.Exchanges;

/// <summary>An answer as it came, complete.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Headers">The headers, in their order.</param>
/// <param name="Body">The body, byte for byte.</param>
public sealed record ExchangeAnswer(int Status, IReadOnlyList<Header> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The first header with a name, in any letter case; null where there is none.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The media type of the body, without parameters, in lower case; empty where the answer names none.</summary>
    public string MediaType => (Header("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether the media type says JSON.</summary>
    public bool IsJsonMediaType =>
        MediaType == "application/json" || (MediaType.StartsWith("application/", StringComparison.Ordinal) && MediaType.EndsWith("+json", StringComparison.Ordinal));
}
