using System.Globalization;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Comparison;

/// <summary>Two results beside each other. Decides nothing about either.</summary>
/// <param name="Before">The earlier result.</param>
/// <param name="After">The later result.</param>
/// <param name="Changes">Every requirement of either result, in the order of the later one.</param>
/// <param name="Drift">What answers show otherwise although no requirement speaks of it.</param>
public sealed record ResultComparison(ResultDocument Before, ResultDocument After, IReadOnlyList<RequirementChange> Changes, Drift Drift)
{
    private static readonly Dictionary<ChangeKind, string> Words = new()
    {
        [ChangeKind.NewViolation] = "new violation",
        [ChangeKind.LostCoverage] = "lost coverage",
        [ChangeKind.StillViolating] = "still violating",
        [ChangeKind.Fixed] = "fixed",
        [ChangeKind.GainedCoverage] = "gained coverage",
        [ChangeKind.Added] = "added by the contract",
        [ChangeKind.Removed] = "removed by the contract",
        [ChangeKind.Unchanged] = "unchanged",
    };

    /// <summary>
    /// Whether something is violated that was not before, at a level that counts in the later run and without a waiver;
    /// what the contract added counts too.
    /// </summary>
    public bool HasNewFailures => Changes.Any(change =>
        change.Kind is ChangeKind.NewViolation or ChangeKind.Added
        && change.After!.Verdict == Vocabulary.Violates
        && (change.After.Level == Vocabulary.Must || After.Conclusion.Level == Vocabulary.Should));

    /// <summary>Whether something is not exercised any more.</summary>
    public bool HasLostCoverage => Of(ChangeKind.LostCoverage).Any();

    /// <summary>How many requirements are of each kind, in words.</summary>
    public string Counts => string.Join(", ", Enum.GetValues<ChangeKind>()
        .Select(kind => (Kind: kind, Count: Of(kind).Count()))
        .Where(entry => entry.Count > 0 || entry.Kind == ChangeKind.NewViolation)
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Count} {Word(entry.Kind, entry.Count)}")));

    /// <summary>What is new, in a sentence for the conclusion of the later run.</summary>
    public string Sentence
    {
        get
        {
            var fresh = Names(ChangeKind.NewViolation);
            var lost = Names(ChangeKind.LostCoverage);
            var what = $"Against the run of {Before.StartedAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}: {Counts}";
            return $"{what}{(fresh.Length == 0 ? string.Empty : $"; newly violated: {fresh}")}{(lost.Length == 0 ? string.Empty : $"; exercised no more: {lost}")}.";
        }
    }

    /// <summary>Compares two results.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    public static ResultComparison Of(ResultDocument before, ResultDocument after) =>
        new(before, after, [.. new ChangeClassifier(before, after).Changes()], Drift.Between(before, after));

    /// <summary>The requirements of a kind.</summary>
    public IEnumerable<RequirementChange> Of(ChangeKind kind) => Changes.Where(change => change.Kind == kind);

    /// <summary>A kind in words.</summary>
    internal static string Word(ChangeKind kind, int count) => kind == ChangeKind.NewViolation && count != 1 ? "new violations" : Words[kind];

    private string Names(ChangeKind kind) => NameList.First([.. Of(kind).Select(change => change.Id)]);
}
