using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Settings;

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
    public static Conclusion Draw(IReadOnlyList<ExchangeOutcome> outcomes, string? unreachable, Level level)
    {
        if (unreachable is not null)
        {
            return new Conclusion(ConclusionKind.Incomplete, $"The target cannot be reached: {unreachable}.");
        }

        if (outcomes.Count == 0)
        {
            return new Conclusion(ConclusionKind.Incomplete, "No exchange belongs to the run, so nothing was tested; check OCP_SELECT, OCP_VERSION, or what OCP_REPLAY holds.");
        }

        var verdicts = outcomes.SelectMany(outcome => outcome.Verdicts).ToList();
        var violated = verdicts
            .Where(verdict => verdict.Kind == VerdictKind.Violates)
            .Select(verdict => verdict.Requirement)
            .DistinctBy(requirement => requirement.Id)
            .ToLookup(requirement => requirement.Level);
        var failing = violated[Level.Must].Count() + (level == Level.Should ? violated[Level.Should].Count() : 0);
        if (failing > 0)
        {
            return new Conclusion(ConclusionKind.NonConformant, $"{Requirements(failing)} violated{Warnings(violated, level)}.");
        }

        if (Unexercised(outcomes) is { } reason)
        {
            return new Conclusion(ConclusionKind.Incomplete, reason);
        }

        var conforming = verdicts.Where(verdict => verdict.Kind == VerdictKind.Conforms).Select(verdict => verdict.Requirement.Id).Distinct(StringComparer.Ordinal).Count();
        return new Conclusion(ConclusionKind.Conformant, $"{conforming} requirements hold and none is violated{Warnings(violated, level)}{Blocked(outcomes)}.");
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
        var reason = valid.Select(outcome => outcome.BlockedReason).FirstOrDefault(blocked => blocked is not null)
            ?? valid.SelectMany(outcome => outcome.Verdicts).FirstOrDefault(verdict => verdict.Requirement == ProtocolRules.NominalSucceeds)?.Reason
            ?? "no valid request was planned";
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

    private static string Requirements(int count) => count == 1 ? "1 requirement is" : $"{count} requirements are";
}
