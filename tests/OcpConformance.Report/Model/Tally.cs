using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Report.Model;

/// <summary>From verdicts to counts and to the conclusion: the same for a run and for the merged parts of one.</summary>
public static class Tally
{
    // A violation anywhere decides; otherwise it holds if it holds anywhere.
    private static readonly VerdictKind[] WorstFirst = [VerdictKind.Violates, VerdictKind.Waived, VerdictKind.Conforms, VerdictKind.Blocked, VerdictKind.NotExercised];

    /// <summary>The verdict that several verdicts on one requirement come to.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static VerdictKind Worst(IReadOnlyCollection<VerdictKind> verdicts) => WorstFirst.First(verdicts.Contains);

    /// <summary>Of everything that shows the worst verdict, what speaks for it: all of it where a requirement is broken, else the first.</summary>
    public static IEnumerable<T> Speaking<T>(VerdictKind worst, IEnumerable<T> showing) =>
        worst is VerdictKind.Violates or VerdictKind.Waived ? showing : showing.Take(1);

    /// <summary>Counts requirements by verdict.</summary>
    /// <param name="requirements">All requirements.</param>
    /// <param name="exchanges">How many exchanges were planned.</param>
    public static Totals Count(IReadOnlyList<RequirementResult> requirements, int exchanges)
    {
        return new Totals(
            requirements.Count,
            Having(VerdictKind.Conforms),
            requirements.Count(requirement => requirement.Verdict == VerdictKind.Violates && requirement.Level == Level.Must),
            requirements.Count(requirement => requirement.Verdict == VerdictKind.Violates && requirement.Level == Level.Should),
            Having(VerdictKind.Waived),
            Having(VerdictKind.NotExercised),
            Having(VerdictKind.Blocked),
            exchanges);

        int Having(VerdictKind verdict) => requirements.Count(requirement => requirement.Verdict == verdict);
    }

    /// <summary>How many requirements there are, and how many of them were exercised.</summary>
    public static CoverageCount Exercised(IReadOnlyList<RequirementResult> requirements) => new(
        requirements.Count,
        requirements.Count(requirement => requirement.Verdict is VerdictKind.Conforms or VerdictKind.Violates or VerdictKind.Waived));

    /// <summary>Draws the conclusion of something that was tested.</summary>
    /// <param name="totals">The counts.</param>
    /// <param name="coverage">Which operations were exercised.</param>
    /// <param name="level">The level that decides.</param>
    /// <param name="idle">Why no operation was exercised, where none was.</param>
    /// <param name="notes">What else is to be said.</param>
    /// <param name="shortcomings">What else keeps it from being conformant.</param>
    public static ConclusionInfo Conclude(
        Totals totals, CoverageInfo coverage, Level level, Message idle, IReadOnlyList<Message> notes, IReadOnlyList<Message> shortcomings)
    {
        var failing = totals.MustViolations + (level == Level.Should ? totals.ShouldViolations : 0);
        Message?[] remarks =
        [
            level == Level.Should || totals.ShouldViolations == 0 ? null : Message.Of("warnings", totals.ShouldViolations),
            totals.Waived == 0 ? null : Message.Of("violations-waived", totals.Waived),
            .. notes,
        ];
        if (failing > 0)
        {
            var sentence = Message.Sentence([Message.Of("requirements-violated", failing), .. remarks.OfType<Message>()]);
            var sentences = shortcomings.Select(shortcoming => Message.Sentence(shortcoming));
            return new ConclusionInfo(ConclusionKind.NonConformant, Message.Sentences([sentence, .. sentences]), level);
        }

        // Rejections alone prove nothing: some operation must have shown its data.
        var operations = coverage.Areas.Sum(area => area.Operations.Documented);
        var exercised = coverage.Areas.Sum(area => area.Operations.Seen);
        List<Message> missing = exercised == 0 ? [idle, .. shortcomings.Where(shortcoming => !shortcoming.Equals(idle))] : [.. shortcomings];
        if (missing.Count > 0)
        {
            return new ConclusionInfo(ConclusionKind.Incomplete, Message.Sentences([.. missing.Select(shortcoming => Message.Sentence(shortcoming))]), level);
        }

        Message?[] blocked = [exercised == operations ? null : Message.Of("operations-not-exercised", operations - exercised, operations)];
        var holding = Message.Of(totals.Waived == 0 ? "requirements-hold" : "other-requirements-hold", totals.Conforms);
        return new ConclusionInfo(ConclusionKind.Conformant, Message.Sentence([holding, .. remarks.Concat(blocked).OfType<Message>()]), level);
    }
}
