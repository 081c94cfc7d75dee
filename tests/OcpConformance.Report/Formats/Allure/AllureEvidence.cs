using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>A requirement that names an exchange as its evidence.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Evidence">What the exchange says about it.</param>
/// <param name="Status">What it means for the conclusion.</param>
internal sealed record AllureEvidence(RequirementResult Requirement, EvidenceResult Evidence, RequirementStatus Status)
{
    public bool IsViolation => FailureText.IsViolation(Evidence);

    /// <summary>The evidence of a result by the id of its exchange.</summary>
    public static ILookup<string, AllureEvidence> ByExchange(ResultDocument result) => result.Requirements
        .Select(requirement => (Requirement: requirement, Status: RequirementStatuses.Of(requirement, result.Conclusion)))
        .SelectMany(entry => entry.Requirement.Evidence.Select(evidence => new AllureEvidence(entry.Requirement, evidence, entry.Status)))
        .ToLookup(entry => entry.Evidence.Exchange, StringComparer.Ordinal);
}
