using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Running;

/// <summary>What a run can say about its target.</summary>
public enum ConclusionKind
{
    /// <summary>The target holds to the contract, as far as it was exercised.</summary>
    Conformant,

    /// <summary>The target breaks the contract.</summary>
    NonConformant,

    /// <summary>The run cannot say.</summary>
    Incomplete,
}

/// <summary>The conclusion of a run. Only <see cref="ConclusionKind.Conformant"/> is green.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record Conclusion(ConclusionKind Kind, string Reason)
{
    /// <summary>Draws the conclusion.</summary>
    /// <param name="outcomes">What became of the plan.</param>
    /// <param name="totals">The counts of their verdicts.</param>
    /// <param name="coverage">What they showed.</param>
    /// <param name="unreachable">Why the target cannot be reached; null where it can.</param>
    /// <param name="level">Lowest level whose violations count.</param>
    public static Conclusion Draw(IReadOnlyList<ExchangeOutcome> outcomes, Totals totals, CoverageInfo coverage, string? unreachable, Level level)
    {
        if (unreachable is not null)
        {
            return new Conclusion(ConclusionKind.Incomplete, $"The target cannot be reached: {unreachable}.");
        }

        if (outcomes.Count == 0)
        {
            return new Conclusion(ConclusionKind.Incomplete, "No exchange belongs to the run, so nothing was tested; check OCP_SELECT, OCP_VERSION, or what OCP_REPLAY holds.");
        }

        var drawn = Tally.Conclude(totals, coverage, Vocabulary.Word(level), WhyIdle(outcomes));
        return new Conclusion(Enum.GetValues<ConclusionKind>().Single(kind => Vocabulary.Word(kind) == drawn.Outcome), drawn.Reason);
    }

    private static string WhyIdle(IReadOnlyList<ExchangeOutcome> outcomes) =>
        outcomes.Select(outcome => outcome.BlockedReason).FirstOrDefault(blocked => blocked is not null)
            ?? outcomes.SelectMany(outcome => outcome.Verdicts).FirstOrDefault(verdict => verdict.Requirement == ProtocolRules.NominalSucceeds)?.Reason
            ?? "no valid request was planned";
}
