using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Formats;

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
    /// <param name="unreachable">Why the target cannot be reached; null where it can.</param>
    /// <param name="level">Lowest level whose violations count.</param>
    /// <param name="waivers">What became of the waivers.</param>
    /// <param name="minExercised">How many percent of the requirements must be exercised.</param>
    public static Conclusion Draw(IReadOnlyList<ExchangeOutcome> outcomes, string? unreachable, Level level, WaiverUse waivers, int minExercised)
    {
        if (unreachable is not null)
        {
            return new Conclusion(ConclusionKind.Incomplete, $"The target cannot be reached: {unreachable}.");
        }

        if (outcomes.Count == 0)
        {
            return new Conclusion(ConclusionKind.Incomplete, "No exchange belongs to the run, so nothing was tested; check OCP_SELECT, OCP_VERSION, or what OCP_REPLAY holds.");
        }

        var verdicts = outcomes.SelectMany(outcome => outcome.Verdicts).ToLookup(verdict => verdict.Kind, verdict => verdict.Requirement);
        var violated = verdicts[VerdictKind.Violates].DistinctBy(requirement => requirement.Id).ToList();
        var open = violated.Where(requirement => !waivers.Covering.ContainsKey(requirement.Id)).ToLookup(requirement => requirement.Level);
        var failing = open[Level.Must].Count() + (level == Level.Should ? open[Level.Should].Count() : 0);
        var notes = $"{Warnings(open, level)}{Waived(waivers)}";
        List<string> shortcomings = [.. new[] { Stale(waivers), minExercised == 0 ? null : ExercisedShare.Of(outcomes).Shortfall(minExercised) }.OfType<string>()];
        if (failing > 0)
        {
            return new Conclusion(ConclusionKind.NonConformant, string.Join(' ', shortcomings.Prepend($"{Requirements(failing)} violated{notes}.")));
        }

        if ((Unexercised(outcomes) ?? ShownContent.Missing(outcomes)) is { } reason)
        {
            shortcomings.Insert(0, reason);
        }

        if (shortcomings.Count > 0)
        {
            return new Conclusion(ConclusionKind.Incomplete, string.Join(' ', shortcomings));
        }

        var conforming = verdicts[VerdictKind.Conforms].Select(requirement => requirement.Id).Except(violated.Select(requirement => requirement.Id), StringComparer.Ordinal).Count();
        return new Conclusion(ConclusionKind.Conformant, $"{conforming} requirements hold and {(waivers.Covering.Count == 0 ? "none" : "no other")} is violated{notes}{Blocked(outcomes)}.");
    }

    // Rejections alone prove nothing: some operation must have shown its data.
    private static string? Unexercised(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        if (outcomes.Any(outcome => outcome.Verdicts.Any(verdict => verdict.Kind == VerdictKind.Conforms && verdict.Requirement == ProtocolRules.NominalSucceeds)))
        {
            return null;
        }

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

    private static string Blocked(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var blocked = outcomes
            .GroupBy(outcome => outcome.Planned.Operation.Id, StringComparer.Ordinal)
            .Count(operation => !operation.Any(outcome => outcome.Verdicts.Any(verdict => verdict.Kind == VerdictKind.Conforms && verdict.Requirement == ProtocolRules.NominalSucceeds)));
        return blocked == 0 ? string.Empty : $"; {blocked} of {outcomes.Select(outcome => outcome.Planned.Operation.Id).Distinct(StringComparer.Ordinal).Count()} operations could not be exercised";
    }

    private static string Warnings(ILookup<Level, Requirement> violated, Level level) =>
        level == Level.Should || !violated[Level.Should].Any() ? string.Empty : $"; {violated[Level.Should].Count()} of level should warn";

    private static string Waived(WaiverUse waivers)
    {
        var count = waivers.Covering.Count;
        var waived = count == 0 ? string.Empty : count == 1 ? "; 1 violation is waived" : $"; {count} violations are waived";
        return waivers.Unexercised.Count == 0 ? waived : $"{waived}; nothing exercised what is waived by {Names(waivers.Unexercised)}";
    }

    private static string? Stale(WaiverUse waivers) => waivers.Stale.Count == 0 ? null
        : $"What is waived conforms now, so remove from {SettingNames.Waivers}: {Names(waivers.Stale)}.";

    private static string Names(IReadOnlyList<Waiver> waivers) => NameList.First([.. waivers.Select(waiver => $"{waiver.Requirement} ({waiver.Place})")]);

    private static string Requirements(int count) => count == 1 ? "1 requirement is" : $"{count} requirements are";
}
