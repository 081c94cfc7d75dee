using System.Globalization;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>Reads the status of requirements, and says why one neither holds nor fails.</summary>
internal static class RequirementStatuses
{
    public static RequirementStatus Of(RequirementResult requirement, ConclusionInfo conclusion) => requirement.Verdict switch
    {
        VerdictKind.Conforms => RequirementStatus.Holds,
        VerdictKind.Violates => requirement.Level == Level.Must || conclusion.Level == Level.Should ? RequirementStatus.Fails : RequirementStatus.Warns,
        VerdictKind.Waived => RequirementStatus.Waived,
        VerdictKind.Blocked => RequirementStatus.Blocked,
        _ => RequirementStatus.NotExercised,
    };

    public static int Count(this ResultDocument result, RequirementStatus status) =>
        result.Requirements.Count(requirement => Of(requirement, result.Conclusion) == status);

    /// <summary>One line that begins with the status, like <c>Blocked: no permission</c>.</summary>
    public static string Explain(RequirementResult requirement, ConclusionInfo conclusion) => Of(requirement, conclusion) switch
    {
        RequirementStatus.Holds => "Holds",
        RequirementStatus.Fails => $"Violated: {requirement.Sentence}",
        RequirementStatus.Warns => $"Warning: violated at level {requirement.Level.Word()}, which does not count: {requirement.Sentence}",
        RequirementStatus.Waived => $"Waived: {Waiver(requirement.Waiver)}",
        RequirementStatus.Blocked => $"Blocked: {requirement.Reason}",
        _ => $"Not exercised: {requirement.Reason}",
    };

    /// <summary>A waiver in one line.</summary>
    public static string Waiver(WaiverInfo? waiver) => waiver is null
        ? "no waiver is named"
        : string.Create(CultureInfo.InvariantCulture, $"{waiver.Reason} ({waiver.Owner}, {waiver.Ticket}, until {waiver.Expires:yyyy-MM-dd})");
}
