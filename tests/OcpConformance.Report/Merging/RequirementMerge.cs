using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Merging;

/// <summary>Merges verdicts. What holds for every answer occurs in several shards; its worst verdict counts.</summary>
internal static class RequirementMerge
{
    /// <summary>Every requirement once: first what holds everywhere, then operation by operation.</summary>
    public static List<RequirementResult> Merge(IReadOnlyList<ResultDocument> shards) =>
    [
        .. shards
            .SelectMany(shard => shard.Requirements)
            .GroupBy(requirement => requirement.Id, StringComparer.Ordinal)
            .Select(parts => Merge([.. parts]))
            .OrderBy(requirement => requirement.Scope.Contains('/', StringComparison.Ordinal) ? requirement.Scope : string.Empty, StringComparer.Ordinal),
    ];

    private static RequirementResult Merge(List<RequirementResult> parts)
    {
        var worst = Tally.Worst([.. parts.Select(part => part.Verdict)]);
        // A waiver covers all violations or none, so where one shard has an uncovered one, those of the others count too.
        var showing = parts.Where(part => part.Verdict == worst || (worst == VerdictKind.Violates && part.Verdict == VerdictKind.Waived)).ToList();
        return showing.Find(part => part.Verdict == worst)! with
        {
            ConformsIn = parts.Sum(part => part.ConformsIn),
            Evidence = [.. Tally.Speaking(worst, showing.SelectMany(part => part.Evidence))],
        };
    }
}
