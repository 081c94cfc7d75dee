using System.Globalization;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Comparison;

/// <summary>What was compared, and what in that alone may explain differences.</summary>
internal static class ComparedFacts
{
    /// <summary>Facts of both runs: name, before, after.</summary>
    public static IReadOnlyList<(string Name, string Before, string After)> Of(ResultComparison comparison) =>
    [
        Fact("run", comparison, result => result.StartedAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
        Fact("conclusion", comparison, result => result.Conclusion.Outcome.Word()),
        Fact("target", comparison, Target),
        Fact("release", comparison, Release),
        Fact("contract", comparison, result => result.Contract.Digest.Length == 0 ? "unknown" : result.Contract.Digest[..12]),
        Fact("suite", comparison, result => result.Suite.Version),
        Fact("requirements", comparison, result => result.Totals.Requirements.ToString(CultureInfo.InvariantCulture)),
        Fact("exercised", comparison, result => result.Coverage.Requirements.Seen.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>What a reader must know before the differences, one sentence each; none where the two runs are alike.</summary>
    public static IReadOnlyList<string> Warnings(ResultComparison comparison)
    {
        var (before, after) = (comparison.Before, comparison.After);
        var warnings = new List<string>();
        foreach (var (result, name) in new[] { (before, "earlier"), (after, "later") }.Where(run => run.Item1.Conclusion.Outcome == ConclusionKind.Incomplete))
        {
            warnings.Add($"The {name} run is incomplete: {result.Conclusion.Reason}");
        }

        if (before.StartedAt > after.StartedAt)
        {
            warnings.Add("The result that stands for the earlier run is the younger one: were the files swapped?");
        }

        if (before.Target.Kind != after.Target.Kind || (before.Target.Kind == TargetKind.Live && before.Target.BaseUrl != after.Target.BaseUrl))
        {
            warnings.Add($"The targets differ: {Target(before)} and {Target(after)}. Differences need not be changes of one system.");
        }

        if (Release(before) != Release(after))
        {
            warnings.Add($"The releases differ: {Release(before)} and {Release(after)}. Requirements that only one of them has are added or removed.");
        }

        if (before.Contract.Digest != after.Contract.Digest || before.Suite.Version != after.Suite.Version)
        {
            warnings.Add("The contracts or the suites differ: the same id may demand something else, and values are called seen first only where both list the same ones.");
        }

        if (Settings(before, after) is { Count: > 0 } settings)
        {
            warnings.Add($"The settings differ: {string.Join("; ", settings)}.");
        }

        if (comparison.Changes.Where(change => change.HasOtherLevel).Select(change => $"{change.Id} ({change.Level})").ToList() is { Count: > 0 } levels)
        {
            warnings.Add($"The levels of requirements differ: {NameList.First(levels)}.");
        }

        if (comparison.Drift.Incomparable is { Count: > 0 } operations)
        {
            warnings.Add($"Drift is not told for operations that only one of the runs exercised: {NameList.First(operations)}.");
        }

        return warnings;
    }

    private static (string Name, string Before, string After) Fact(string name, ResultComparison comparison, Func<ResultDocument, string> of) =>
        (name, of(comparison.Before), of(comparison.After));

    private static string Target(ResultDocument result) => $"{result.Target.Kind} {result.Target.BaseUrl}";

    private static string Release(ResultDocument result) => $"{result.Contract.Version ?? "newest"} {result.Contract.Edition}";

    private static IReadOnlyList<string> Settings(ResultDocument before, ResultDocument after) =>
        [.. before.Settings.Keys.Union(after.Settings.Keys, StringComparer.Ordinal)
            .Except([Vocabulary.ResultsSetting, Vocabulary.BaselineSetting], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Before: before.Settings.GetValueOrDefault(name, "default"), After: after.Settings.GetValueOrDefault(name, "default")))
            .Where(setting => setting.Before != setting.After)
            .Select(setting => $"{setting.Name} was {setting.Before} and is {setting.After}")];
}
