using System.Globalization;

namespace OcpConformance.Report.Model;

/// <summary>From verdicts to counts and to the conclusion: the same for a run and for the merged parts of one.</summary>
public static class Tally
{
    // A violation anywhere decides; otherwise it holds if it holds anywhere.
    private static readonly string[] WorstFirst = [Vocabulary.Violates, Vocabulary.Waived, Vocabulary.Conforms, Vocabulary.Blocked, Vocabulary.NotExercised];

    /// <summary>The verdict that several verdicts on one requirement come to.</summary>
    /// <exception cref="InvalidOperationException">There is none, or one is no word of the vocabulary.</exception>
    public static string Worst(IReadOnlyCollection<string> verdicts) => WorstFirst.First(verdicts.Contains);

    /// <summary>Of everything that shows the worst verdict, what speaks for it: all of it where a requirement is broken, else the first.</summary>
    public static IEnumerable<T> Speaking<T>(string worst, IEnumerable<T> showing) =>
        worst is Vocabulary.Violates or Vocabulary.Waived ? showing : showing.Take(1);

    /// <summary>Counts requirements by verdict.</summary>
    /// <param name="requirements">All requirements.</param>
    /// <param name="exchanges">How many exchanges were planned.</param>
    public static Totals Count(IReadOnlyList<RequirementResult> requirements, int exchanges)
    {
        return new Totals(
            requirements.Count,
            Having(Vocabulary.Conforms),
            requirements.Count(requirement => requirement.Verdict == Vocabulary.Violates && requirement.Level == Vocabulary.Must),
            requirements.Count(requirement => requirement.Verdict == Vocabulary.Violates && requirement.Level == Vocabulary.Should),
            Having(Vocabulary.Waived),
            Having(Vocabulary.NotExercised),
            Having(Vocabulary.Blocked),
            exchanges);

        int Having(string verdict) => requirements.Count(requirement => requirement.Verdict == verdict);
    }

    /// <summary>How many requirements there are, and how many of them were exercised.</summary>
    public static CoverageCount Exercised(IReadOnlyList<RequirementResult> requirements) => new(
        requirements.Count,
        requirements.Count(requirement => requirement.Verdict is Vocabulary.Conforms or Vocabulary.Violates or Vocabulary.Waived));

    /// <summary>Draws the conclusion of something that was tested.</summary>
    /// <param name="totals">The counts.</param>
    /// <param name="coverage">Which operations were exercised.</param>
    /// <param name="level">The level that decides.</param>
    /// <param name="idle">Why no operation was exercised, where none was: a sentence.</param>
    /// <param name="notes">What else is to be said about violations, as the end of a sentence; empty for nothing.</param>
    /// <param name="shortcomings">What else keeps it from being conformant, each a sentence.</param>
    public static ConclusionInfo Conclude(Totals totals, CoverageInfo coverage, string level, string idle, string notes, IReadOnlyList<string> shortcomings)
    {
        var failing = totals.MustViolations + (level == Vocabulary.Should ? totals.ShouldViolations : 0);
        var warnings = level == Vocabulary.Should || totals.ShouldViolations == 0 ? string.Empty : Text($"; {totals.ShouldViolations} of level should warn");
        var waived = totals.Waived == 0 ? string.Empty : Text($"; {totals.Waived} {(totals.Waived == 1 ? "violation is" : "violations are")} waived");
        if (failing > 0)
        {
            var sentence = Text($"{failing} {(failing == 1 ? "requirement is" : "requirements are")} violated{warnings}{waived}{notes}.");
            return new ConclusionInfo(Vocabulary.NonConformant, string.Join(' ', shortcomings.Prepend(sentence)), level);
        }

        // Rejections alone prove nothing: some operation must have shown its data.
        var operations = coverage.Areas.Sum(area => area.Operations.Documented);
        var exercised = coverage.Areas.Sum(area => area.Operations.Seen);
        List<string> missing = exercised == 0 ? [idle, .. shortcomings.Where(shortcoming => shortcoming != idle)] : [.. shortcomings];
        if (missing.Count > 0)
        {
            return new ConclusionInfo(Vocabulary.Incomplete, string.Join(' ', missing), level);
        }

        var blocked = exercised == operations ? string.Empty : Text($"; {operations - exercised} of {operations} operations could not be exercised");
        return new ConclusionInfo(Vocabulary.Conformant, Text($"{totals.Conforms} requirements hold and {(totals.Waived == 0 ? "none" : "no other")} is violated{warnings}{waived}{notes}{blocked}."), level);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
