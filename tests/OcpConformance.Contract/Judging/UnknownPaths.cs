using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Contract.Judging;

/// <summary>How a target answers what it does not have, and which operations may be among that.</summary>
/// <param name="Answer">Its answer to a path that no operation has; null where none came, or none was asked for.</param>
/// <param name="ReleaseIsKnown">
/// Whether the release of the target is known. Where it is, only operations whose first release is assumed may be missing;
/// where it is not, all may be.
/// </param>
public sealed record UnknownPaths(ExchangeAnswer? Answer, bool ReleaseIsKnown);
