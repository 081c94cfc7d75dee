namespace OcpConformance.Contract.Requirements;

/// <summary>Where an operation is documented.</summary>
/// <param name="Page">Title of the documentation page.</param>
/// <param name="Document">Path of the page in the sources of the manual; null where it is not known.</param>
/// <param name="Since">First release that has the operation.</param>
/// <param name="Until">Last release that has it; null where it is still there.</param>
/// <param name="Assumed">Whether <paramref name="Since"/> is assumed, because no source names the release.</param>
/// <param name="Editions">The editions that have it.</param>
public sealed record OperationSource(string Page, string? Document, Version Since, Version? Until, bool Assumed, IReadOnlyList<Edition> Editions);
