using OcpConformance.Contract.Catalog;

namespace OcpConformance.Contract.Exchanges;

/// <summary>A request as it was sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Absolute address with query.</param>
/// <param name="Headers">The headers, in their order.</param>
/// <param name="Body">The body; null where there is none.</param>
public sealed record ExchangeRequest(string Method, Uri Url, IReadOnlyList<Header> Headers, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>Whether its Accept headers exclude no media type.</summary>
    public bool AcceptsAnything
    {
        get
        {
            var accepted = Headers.Where(header => header.Name.Equals(Header.Accept, StringComparison.OrdinalIgnoreCase)).ToList();
            return accepted.Count == 0
                || accepted.Exists(header => header.Value.Contains(Operation.AnyMediaType, StringComparison.Ordinal));
        }
    }
}
