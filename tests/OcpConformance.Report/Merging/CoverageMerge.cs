using OcpConformance.Report.Model;

namespace OcpConformance.Report.Merging;

/// <summary>Adds up what the answers of the shards showed; no operation is in two of them.</summary>
internal static class CoverageMerge
{
    public static CoverageInfo Merge(IReadOnlyList<CoverageInfo> parts, IReadOnlyList<RequirementResult> requirements) => new(
        Sum(parts.Select(part => part.Members)),
        Sum(parts.Select(part => part.Values)),
        [.. parts
            .SelectMany(part => part.Areas)
            .GroupBy(area => area.Area, StringComparer.Ordinal)
            .OrderBy(area => $"{area.Key}/", StringComparer.Ordinal)
            .Select(area => new AreaCoverage(area.Key, Sum(area.Select(each => each.Operations)), Sum(area.Select(each => each.Members)), Sum(area.Select(each => each.Values))))],
        ByOperation(parts.SelectMany(part => part.MissingMembers)),
        ByOperation(parts.SelectMany(part => part.MissingValues)),
        Tally.Exercised(requirements),
        ByOperation(parts.SelectMany(part => part.UnexercisedOperations)),
        ByOperation(parts.SelectMany(part => part.EmptyLists)));

    private static CoverageCount Sum(IEnumerable<CoverageCount> counts) => counts.Aggregate(new CoverageCount(0, 0), CoverageCount.Add);

    // The order of places within an operation is that of its documentation.
    private static List<string> ByOperation(IEnumerable<string> entries) => [.. entries.Distinct(StringComparer.Ordinal).OrderBy(entry => entry.Split('#')[0], StringComparer.Ordinal)];
}
