using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>What became of one requirement in one exchange.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Reason">Why it was not exercised or blocked; null otherwise.</param>
/// <param name="Findings">The places that break it, the first ones where there are many; empty unless it is violated.</param>
/// <param name="FindingCount">How many places break it.</param>
public sealed record Verdict(Requirement Requirement, VerdictKind Kind, Message? Reason, IReadOnlyList<Finding> Findings, int FindingCount);
