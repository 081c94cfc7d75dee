using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Concluding;

/// <summary>Draws the conclusion of a run.</summary>
internal static class RunConclusion
{
    /// <summary>Draws the conclusion.</summary>
    /// <param name="outcomes">What became of the plan.</param>
    /// <param name="totals">The counts of their verdicts.</param>
    /// <param name="coverage">What they showed.</param>
    /// <param name="stop">Why sending stopped, or was not begun; null where neither. What comes first decides.</param>
    /// <param name="settings">What decides, and what is demanded.</param>
    /// <param name="waivers">What became of the waivers.</param>
    /// <param name="isRecorded">Whether nobody was asked, so that what was answered is what somebody chose to record.</param>
    public static ConclusionInfo Draw(
        IReadOnlyList<ExchangeOutcome> outcomes, Totals totals, CoverageInfo coverage, Message? stop, RunSettings settings, WaiverUse waivers, bool isRecorded)
    {
        if (stop is not null && outcomes.All(outcome => outcome.Exchange is null))
        {
            return new ConclusionInfo(ConclusionKind.Incomplete, Message.Sentence(stop), settings.Level);
        }

        if (outcomes.Count == 0)
        {
            return new ConclusionInfo(ConclusionKind.Incomplete, Message.Sentence(Message.Of("no-exchange")), settings.Level);
        }

        var misnamed = MisnamedObject.Of(outcomes);
        Message?[] shortcomings =
        [
            stop,
            misnamed,
            Stale(waivers),
            settings.MinExercised == 0 ? null : ExercisedShare.Of(outcomes).Shortfall(settings.MinExercised),
            ShownContent.Missing(outcomes),
            Away(outcomes),
            isRecorded ? null : AnsweredShare.Shortfall(outcomes),
        ];
        Message?[] notes = [Unexercised(waivers), LeftOut(settings)];
        return Tally.Conclude(totals, coverage, settings.Level, stop ?? misnamed ?? WhyIdle(outcomes), [.. notes.OfType<Message>()], [.. shortcomings.OfType<Message>()]);
    }

    private static Message WhyIdle(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var answers = outcomes.Select(outcome => outcome.Exchange?.Answer).OfType<ExchangeAnswer>().ToList();
        if (answers.Count > 0 && answers.TrueForAll(answer => answer.Status == RateLimit.TooManyRequests))
        {
            return Message.Of("every-answer-throttled", SettingNames.RateBudget);
        }

        var valid = outcomes.Where(outcome => outcome.Planned.Scenario.Kind == ScenarioKind.Nominal).ToList();
        var success = valid.SelectMany(outcome => outcome.Verdicts).Where(verdict => verdict.Requirement == ProtocolRules.NominalSucceeds).ToList();
        var reason = valid.Select(outcome => outcome.BlockedReason).FirstOrDefault(blocked => blocked is not null)
            ?? success.Select(verdict => verdict.Reason).FirstOrDefault(given => given is not null)
            ?? Message.Of(success.Count == 0 ? "no-request-planned" : "no-request-succeeded");
        return Message.Of("idle", reason);
    }

    private static Message? Away(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var away = Outages.Of(outcomes.Select(outcome => outcome.Exchange).OfType<Exchange>());
        return away.Count == 0 ? null : Message.Of("target-away", away.Count, away.Values.First());
    }

    private static Message? LeftOut(RunSettings settings) =>
        ScenarioChoice.AsksForAll(settings.Scenarios) ? null : Message.Of("scenarios-left-out", SettingNames.Scenarios, string.Join(", ", settings.Scenarios));

    private static Message? Unexercised(WaiverUse waivers) =>
        waivers.Unexercised.Count == 0 ? null : Message.Of("waivers-not-exercised", Names(waivers.Unexercised));

    private static Message? Stale(WaiverUse waivers) =>
        waivers.Stale.Count == 0 ? null : Message.Of("waivers-stale", SettingNames.Waivers, Names(waivers.Stale));

    private static Message Names(IReadOnlyList<Waiver> waivers) => NameList.Argument([.. waivers.Select(waiver => $"{waiver.Requirement} ({waiver.Place})")]);
}
