using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Violations;

/// <summary>Violations that one fix repairs.</summary>
/// <param name="Level">The strictest level among them.</param>
/// <param name="Structure">The documented structure and the place in it, like <c>Tenant.status</c>; null where the cause is a rule.</param>
/// <param name="Members">The violations; the first one stands for all.</param>
public sealed record Cause(Level Level, string? Structure, IReadOnlyList<CauseMember> Members)
{
    /// <summary>The requirements behind it.</summary>
    public IReadOnlyList<RequirementResult> Requirements { get; } =
        [.. Members.Select(member => member.Requirement).DistinctBy(requirement => requirement.Id)];

    /// <summary>Ids of the exchanges behind it.</summary>
    public IReadOnlyList<string> Exchanges { get; } =
        [.. Members.Select(member => member.Evidence.Exchange).Distinct(StringComparer.Ordinal)];
}

/// <summary>A violation of a requirement in one exchange.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Evidence">What the exchange shows.</param>
public sealed record CauseMember(RequirementResult Requirement, EvidenceResult Evidence);
