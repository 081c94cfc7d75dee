namespace OcpConformance.Report.Model;

/// <summary>What the answers of a run showed of what is documented. Nothing that is missing is hidden.</summary>
/// <param name="Members">Documented members of answers.</param>
/// <param name="Values">Documented values of enumerations.</param>
/// <param name="Areas">The same by area.</param>
/// <param name="MissingMembers">Members that no answer had, as <c>operation#place</c>.</param>
/// <param name="MissingValues">Values that no answer had, as <c>operation#place=value</c>.</param>
/// <param name="Requirements">Requirements, and those of them that were exercised: that hold or are violated.</param>
/// <param name="UnexercisedOperations">Ids of operations of which no valid request succeeded.</param>
/// <param name="EmptyLists">Lists that were empty in every answer, as <c>operation#place</c>.</param>
public sealed record CoverageInfo(
    CoverageCount Members,
    CoverageCount Values,
    IReadOnlyList<AreaCoverage> Areas,
    IReadOnlyList<string> MissingMembers,
    IReadOnlyList<string> MissingValues,
    CoverageCount Requirements,
    IReadOnlyList<string> UnexercisedOperations,
    IReadOnlyList<string> EmptyLists)
{
    /// <summary>The coverage of a run in which nothing was documented or shown.</summary>
    public static CoverageInfo None { get; } = new(new CoverageCount(0, 0), new CoverageCount(0, 0), [], [], [], new CoverageCount(0, 0), [], []);
}

/// <summary>How much of something occurred.</summary>
/// <param name="Documented">How many there are.</param>
/// <param name="Seen">How many of them occurred.</param>
public sealed record CoverageCount(int Documented, int Seen)
{
    /// <summary>Both together.</summary>
    public static CoverageCount Add(CoverageCount one, CoverageCount other) => new(one.Documented + other.Documented, one.Seen + other.Seen);
}

/// <summary>The coverage of an area.</summary>
/// <param name="Area">Its name.</param>
/// <param name="Operations">Operations whose valid request succeeded.</param>
/// <param name="Members">Documented members of answers.</param>
/// <param name="Values">Documented values of enumerations.</param>
public sealed record AreaCoverage(string Area, CoverageCount Operations, CoverageCount Members, CoverageCount Values);
