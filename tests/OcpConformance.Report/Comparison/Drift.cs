using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Comparison;

/// <summary>What answers show otherwise than before although no requirement speaks of it.</summary>
/// <param name="AppearedMembers">Undocumented members that only the later run saw, as <c>operation#place</c>.</param>
/// <param name="VanishedMembers">Undocumented members that only the earlier run saw.</param>
/// <param name="FirstValues">Documented values of enumerations that only the later run saw, as <c>operation#place=value</c>.</param>
/// <param name="ForeignValues">What the later run found first in place of documented values, known elsewhere or not, as <c>operation#place: what</c>.</param>
/// <param name="Incomparable">Operations that were exercised in one of the runs only, so that their answers cannot be compared.</param>
public sealed record Drift(
    IReadOnlyList<string> AppearedMembers,
    IReadOnlyList<string> VanishedMembers,
    IReadOnlyList<string> FirstValues,
    IReadOnlyList<string> ForeignValues,
    IReadOnlyList<string> Incomparable)
{
    private const string EnumerationKeyword = ":enum";

    /// <summary>The drift from one result to another.</summary>
    public static Drift Between(ResultDocument before, ResultDocument after)
    {
        var exercisedBefore = Exercised(before);
        var exercisedAfter = Exercised(after);
        var both = exercisedBefore.Intersect(exercisedAfter, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var membersBefore = Undocumented(before, both);
        var membersAfter = Undocumented(after, both);
        var foreignBefore = Foreign(before, both);
        return new Drift(
            Without(membersAfter, membersBefore),
            Without(membersBefore, membersAfter),
            FirstValuesOf(before, after, both),
            Without(Foreign(after, both), foreignBefore),
            [.. exercisedBefore.Concat(exercisedAfter).Where(operation => !both.Contains(operation)).Order(StringComparer.Ordinal)]);
    }

    private static HashSet<string> Exercised(ResultDocument result) =>
        result.Exchanges.Select(exchange => exchange.Operation).OfType<string>().Except(result.Coverage.UnexercisedOperations, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Undocumented(ResultDocument result, HashSet<string> operations) =>
        [.. result.Exchanges.Where(exchange => exchange.Operation is { } operation && operations.Contains(operation))
            .SelectMany(exchange => (exchange.UndocumentedMembers ?? []).Select(place => $"{exchange.Operation}#{place}"))];

    // A value that is missing no more was seen, provided that both contracts list the same values.
    private static IReadOnlyList<string> FirstValuesOf(ResultDocument before, ResultDocument after, HashSet<string> operations)
    {
        var listedBefore = Lists(before);
        var listedAfter = Lists(after);
        return [.. before.Coverage.MissingValues.Except(after.Coverage.MissingValues, StringComparer.Ordinal).Where(IsComparable).Order(StringComparer.Ordinal)];

        bool IsComparable(string value)
        {
            var list = $"{value[..value.IndexOf('=', StringComparison.Ordinal)]}{EnumerationKeyword}";
            return operations.Contains(value[..value.IndexOf('#', StringComparison.Ordinal)])
                && listedBefore.TryGetValue(list, out var was) && listedAfter.TryGetValue(list, out var now) && was == now;
        }
    }

    private static Dictionary<string, string> Lists(ResultDocument result) =>
        result.Requirements.Where(requirement => requirement.Kind == CheckKind.Enumeration).ToDictionary(requirement => requirement.Id, requirement => requirement.Sentence.Text, StringComparer.Ordinal);

    private static HashSet<string> Foreign(ResultDocument result, HashSet<string> operations) =>
        [.. result.Requirements.Where(requirement => requirement.Kind == CheckKind.Enumeration && operations.Contains(requirement.Scope))
            .SelectMany(requirement => requirement.Evidence.SelectMany(evidence => evidence.Findings ?? []).Select(finding => $"{requirement.Id[..requirement.Id.LastIndexOf(':')]}: {finding.Actual}"))];

    private static IReadOnlyList<string> Without(HashSet<string> all, HashSet<string> others) => [.. all.Except(others, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
