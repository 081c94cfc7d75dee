using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Transport.Sending;

/// <summary>A request to be sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="PathAndQuery">Path and query, percent-encoded; starts with a slash.</param>
/// <param name="Effect">What it may do to the target; the safety guard decides by it.</param>
/// <param name="Credentials">The credentials; null sends none.</param>
/// <param name="Body">The body; null where there is none.</param>
public sealed record OutgoingRequest(
    string Method, string PathAndQuery, Effect Effect, ICredentials? Credentials = null, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>Media types that are accepted as answer, as the header Accept writes them.</summary>
    public string Accept { get; init; } = Operation.JsonMediaType;

    /// <summary>Media type of the body.</summary>
    public string BodyMediaType { get; init; } = Operation.JsonMediaType;

    /// <summary>Language to ask for; null for the one of the run.</summary>
    public string? Language { get; init; }

    /// <summary>What the ledger needs to know; null where it is told nothing beside the request itself.</summary>
    public WriteNote? Note { get; init; }

    /// <summary>Further headers; they are signed with the rest.</summary>
    public IReadOnlyList<Header> Headers { get; init; } = [];
}
