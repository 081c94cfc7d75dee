using System.Globalization;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>Reads the standing of requirements, and says why one neither holds nor fails.</summary>
internal static class Standings
{
    public static Standing Of(RequirementResult requirement, ConclusionInfo conclusion) => requirement.Verdict switch
    {
        Vocabulary.Conforms => Standing.Holds,
        Vocabulary.Violates => requirement.Level == Vocabulary.Must || conclusion.Level == Vocabulary.Should ? Standing.Fails : Standing.Warns,
        Vocabulary.Waived => Standing.Waived,
        Vocabulary.Blocked => Standing.Blocked,
        _ => Standing.NotExercised,
    };

    public static int Count(this ResultDocument result, Standing standing) =>
        result.Requirements.Count(requirement => Of(requirement, result.Conclusion) == standing);

    /// <summary>One line that begins with the standing, like <c>Blocked: no permission</c>.</summary>
    public static string Explain(RequirementResult requirement, ConclusionInfo conclusion) => Of(requirement, conclusion) switch
    {
        Standing.Holds => "Holds",
        Standing.Fails => $"Violated: {requirement.Sentence}",
        Standing.Warns => $"Warning: violated at level {requirement.Level}, which does not count: {requirement.Sentence}",
        Standing.Waived => $"Waived: {Waiver(requirement.Waiver)}",
        Standing.Blocked => $"Blocked: {requirement.Reason}",
        _ => $"Not exercised: {requirement.Reason}",
    };

    /// <summary>A waiver in one line.</summary>
    public static string Waiver(WaiverInfo? waiver) => waiver is null
        ? "no waiver is named"
        : string.Create(CultureInfo.InvariantCulture, $"{waiver.Reason} ({waiver.Owner}, {waiver.Ticket}, until {waiver.Expires:yyyy-MM-dd})");
}
