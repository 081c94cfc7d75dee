using System.Globalization;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Concluding;

/// <summary>How many of the operations that a target was asked for showed what they are documented to show.</summary>
internal static class AnsweredShare
{
    private const int LeastPercent = 10;

    /// <summary>
    /// Says that next to nothing was answered, in a sentence: a target that shows the time of day and answers everything else
    /// with HTTP 404 violates nothing, and yet nobody tested it. Null where enough was, or nothing at all.
    /// </summary>
    public static string? Shortfall(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var asked = outcomes.Where(outcome => outcome is { Planned.Scenario.Kind: ScenarioKind.Nominal, Exchange: not null }).GroupBy(outcome => outcome.Planned.Operation.Id, StringComparer.Ordinal).ToList();
        var silent = asked.Where(operation => !operation.Any(outcome => outcome.Succeeds)).ToList();
        var answered = asked.Count - silent.Count;
        return answered == 0 || answered * 100 >= asked.Count * LeastPercent ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Only {answered} of {asked.Count} operations that were asked showed their data, which is less than {LeastPercent} percent ({silent[0].Key}: HTTP {silent[0].First().Exchange!.Answer?.Status}); check {SettingNames.BaseUrl} and what the user may see, or name in {SettingNames.Select} what the target has.");
    }
}
