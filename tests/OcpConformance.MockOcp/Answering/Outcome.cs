using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;

namespace OcpConformance.MockOcp.Answering;

/// <summary>What the mock makes of a request before any fault.</summary>
/// <param name="Cause">Null for a success, otherwise one of <see cref="ErrorCause"/>.</param>
/// <param name="Operation">The operation that the request calls; null for an unknown path.</param>
/// <param name="Fixture">The fixture that answers; null where it is no success.</param>
public sealed record Outcome(string? Cause, Operation? Operation, Fixture? Fixture);
