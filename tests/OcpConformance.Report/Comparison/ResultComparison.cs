using System.Globalization;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
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
    /// <summary>
    /// Whether something is violated that was not before, at a level that counts in the later run and without a waiver;
    /// what the contract added counts too.
    /// </summary>
    public bool HasNewFailures => Changes.Any(change =>
        change.Kind is ChangeKind.NewViolation or ChangeKind.Added
        && change.After!.Verdict == VerdictKind.Violates
        && (change.After.Level == Level.Must || After.Conclusion.Level == Level.Should));

    /// <summary>Whether something is not exercised any more.</summary>
    public bool HasLostCoverage => Of(ChangeKind.LostCoverage).Any();

    /// <summary>How many requirements are of each kind, in words.</summary>
    public string Counts => Counted.Text;

    private Message Counted => Message.Of("counts", Argument.List(Enum.GetValues<ChangeKind>()
        .Select(kind => (Kind: kind, Count: Of(kind).Count()))
        .Where(entry => entry.Count > 0 || entry.Kind == ChangeKind.NewViolation)
        .Select(entry => Message.Of(Code(entry.Kind), entry.Count))));

    /// <summary>What is new, in a sentence for the conclusion of the later run.</summary>
    public Message Sentence
    {
        get
        {
            List<Message> statements = [Message.Of("compared", Before.StartedAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), Counted)];
            AddNames(statements, "newly-violated", ChangeKind.NewViolation);
            AddNames(statements, "exercised-no-more", ChangeKind.LostCoverage);
            return Message.Sentence(statements);
        }
    }

    /// <summary>Compares two results.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    public static ResultComparison Of(ResultDocument before, ResultDocument after) =>
        new(before, after, [.. new ChangeClassifier(before, after).Changes()], Drift.Between(before, after));

    /// <summary>The requirements of a kind.</summary>
    public IEnumerable<RequirementChange> Of(ChangeKind kind) => Changes.Where(change => change.Kind == kind);

    private void AddNames(List<Message> statements, string code, ChangeKind kind)
    {
        string[] names = [.. Of(kind).Select(change => change.Id)];
        if (names.Length > 0)
        {
            statements.Add(Message.Of(code, NameList.Argument(names)));
        }
    }

    private static string Code(ChangeKind kind) => kind switch
    {
        ChangeKind.NewViolation => "new-violations",
        ChangeKind.LostCoverage => "lost-coverage",
        ChangeKind.StillViolating => "still-violating",
        ChangeKind.Fixed => "fixed",
        ChangeKind.GainedCoverage => "gained-coverage",
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "unchanged",
    };
}
