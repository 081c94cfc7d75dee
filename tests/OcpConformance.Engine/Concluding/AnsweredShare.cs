using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Concluding;

/// <summary>How many of the operations that a target was asked for showed what they are documented to show.</summary>
internal static class AnsweredShare
{
    private const int LeastPercent = 10;

    /// <summary>
    /// Says that next to nothing was answered, as where a target shows the time of day and answers everything
    /// else with HTTP 404: it violates nothing, and yet nobody tested it. Null where enough was, or nothing at all.
    /// </summary>
    public static Message? Shortfall(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var asked = outcomes.Where(outcome => outcome is { Planned.Scenario.Kind: ScenarioKind.Nominal, Exchange: not null }).GroupBy(outcome => outcome.Planned.Operation.Id, StringComparer.Ordinal).ToList();
        var silent = asked.Where(operation => !operation.Any(outcome => outcome.Succeeds)).ToList();
        var answered = asked.Count - silent.Count;
        return answered == 0 || answered * 100 >= asked.Count * LeastPercent ? null : Message.Of(
            "too-few-answered", answered, asked.Count, LeastPercent, silent[0].Key, $"{silent[0].First().Exchange!.Answer?.Status}", SettingNames.BaseUrl, SettingNames.Select);
    }
}
