using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Concluding;

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
    /// <param name="stop">Why sending stopped, or was not begun, in a sentence; null where neither. What comes first decides.</param>
    /// <param name="settings">What decides, and what is demanded.</param>
    /// <param name="waivers">What became of the waivers.</param>
    /// <param name="isRecorded">Whether nobody was asked, so that what was answered is what somebody chose to record.</param>
    public static Conclusion Draw(IReadOnlyList<ExchangeOutcome> outcomes, Totals totals, CoverageInfo coverage, string? stop, RunSettings settings, WaiverUse waivers, bool isRecorded)
    {
        if (stop is not null && outcomes.All(outcome => outcome.Exchange is null))
        {
            return new Conclusion(ConclusionKind.Incomplete, stop);
        }

        if (outcomes.Count == 0)
        {
            return new Conclusion(ConclusionKind.Incomplete, "No exchange belongs to the run, so nothing was tested; check OCP_SELECT, OCP_VERSION, or what OCP_REPLAY holds.");
        }

        string?[] shortcomings = [stop, MisnamedObject.Of(outcomes), Stale(waivers), settings.MinExercised == 0 ? null : ExercisedShare.Of(outcomes).Shortfall(settings.MinExercised), ShownContent.Missing(outcomes), Away(outcomes), isRecorded ? null : AnsweredShare.Shortfall(outcomes)];
        var drawn = Tally.Conclude(totals, coverage, Vocabulary.Word(settings.Level), stop ?? MisnamedObject.Of(outcomes) ?? WhyIdle(outcomes), Unexercised(waivers), [.. shortcomings.OfType<string>()]);
        return new Conclusion(Enum.GetValues<ConclusionKind>().Single(kind => Vocabulary.Word(kind) == drawn.Outcome), drawn.Reason);
    }

    private static string WhyIdle(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var answers = outcomes.Select(outcome => outcome.Exchange?.Answer).OfType<ExchangeAnswer>().ToList();
        if (answers.Count > 0 && answers.TrueForAll(answer => answer.Status == RateLimit.TooManyRequests))
        {
            return $"Every answer was HTTP 429: the target throttles requests for longer than {SettingNames.RateBudget} lets the run wait.";
        }

        var valid = outcomes.Where(outcome => outcome.Planned.Scenario.Kind == ScenarioKind.Nominal).ToList();
        var success = valid.SelectMany(outcome => outcome.Verdicts).Where(verdict => verdict.Requirement == ProtocolRules.NominalSucceeds).ToList();
        var reason = valid.Select(outcome => outcome.BlockedReason).FirstOrDefault(blocked => blocked is not null)
            ?? success.Select(verdict => verdict.Reason).FirstOrDefault(given => given.Length > 0)
            ?? (success.Count == 0 ? "no valid request was planned" : "no valid request succeeded");
        return $"No operation could be exercised: {reason}.";
    }

    private static string? Away(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var away = Outages.Of(outcomes.Select(outcome => outcome.Exchange).OfType<Exchange>());
        return away.Count == 0 ? null : $"The target was away for {away.Count} {(away.Count == 1 ? "exchange" : "exchanges")}, which are blocked: {away.Values.First()}; run again.";
    }

    private static string Unexercised(WaiverUse waivers) =>
        waivers.Unexercised.Count == 0 ? string.Empty : $"; nothing exercised what is waived by {Names(waivers.Unexercised)}";

    private static string? Stale(WaiverUse waivers) => waivers.Stale.Count == 0 ? null
        : $"What is waived conforms now, so remove from {SettingNames.Waivers}: {Names(waivers.Stale)}.";

    private static string Names(IReadOnlyList<Waiver> waivers) => NameList.First([.. waivers.Select(waiver => $"{waiver.Requirement} ({waiver.Place})")]);
}
