namespace OcpConformance.Transport.Safety;

/// <summary>What a request that changes something says about itself, for the ledger.</summary>
/// <param name="Operation">Id of the operation.</param>
/// <param name="Kind">Kind of the object that the run itself creates and deletes; null for any other request.</param>
/// <param name="Name">The name that the run gave to it; null where it has none.</param>
/// <param name="Key">The value by which the path names it, as the target said; null where the path does not.</param>
public sealed record WriteNote(string Operation, string? Kind = null, string? Name = null, string? Key = null);
