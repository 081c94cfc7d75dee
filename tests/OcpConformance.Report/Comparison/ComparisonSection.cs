namespace OcpConformance.Report.Comparison;

/// <summary>A part of a comparison, as every format shows it.</summary>
/// <param name="Title">What it lists.</param>
/// <param name="Head">Names of the columns.</param>
/// <param name="Rows">The entries.</param>
internal sealed record ComparisonSection(string Title, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly (ChangeKind Kind, string Title)[] Titles =
    [
        (ChangeKind.NewViolation, "New violations"),
        (ChangeKind.LostCoverage, "Lost coverage"),
        (ChangeKind.StillViolating, "Still violating"),
        (ChangeKind.Fixed, "Fixed"),
        (ChangeKind.GainedCoverage, "Gained coverage"),
        (ChangeKind.Added, "Added by the contract"),
        (ChangeKind.Removed, "Removed by the contract"),
    ];

    /// <summary>The parts that have entries, the ones that need attention first. What is unchanged is counted, not listed.</summary>
    public static IReadOnlyList<ComparisonSection> Of(ResultComparison comparison)
    {
        var drift = comparison.Drift;
        var changes = Titles.Select(title => new ComparisonSection(
            title.Title,
            ["level", "requirement", "verdict", "statement", "note"],
            [.. comparison.Of(title.Kind).Select(change => new[] { change.Level, change.Id, change.Verdicts, change.Sentence, change.Note })]));
        return [.. changes.Concat(
        [
            Drifted("Drift: undocumented members that appeared", drift.AppearedMembers),
            Drifted("Drift: undocumented members that were not seen again", drift.VanishedMembers),
            Drifted("Drift: documented values that were seen first", drift.FirstValues),
            Drifted("Drift: undocumented values that were seen first", drift.ForeignValues),
        ]).Where(section => section.Rows.Count > 0)];
    }

    private static ComparisonSection Drifted(string title, IReadOnlyList<string> entries) =>
        new(title, ["what"], [.. entries.Select(entry => new[] { entry })]);
}
