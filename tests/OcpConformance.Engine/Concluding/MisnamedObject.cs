using System.Globalization;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Concluding;

/// <summary>Finds a setting that names an object which the target does not have.</summary>
internal static class MisnamedObject
{
    private const int NotFound = 404;

    /// <summary>
    /// Names the setting, in a sentence; null where every object that a setting names was shown. One that is there may not show
    /// everything, so all valid requests must have been rejected, and one of them as for what does not exist.
    /// </summary>
    public static string? Of(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        foreach (var named in outcomes.Where(outcome => outcome is { Planned.Scenario.Kind: ScenarioKind.Nominal, Exchange.ValueSetting: not null }).GroupBy(outcome => outcome.Exchange!.ValueSetting!, StringComparer.Ordinal))
        {
            var rejected = named.Where(outcome => outcome.Exchange!.Answer is { Status: >= 400 and < 500 }).ToList();
            if (rejected.Count == named.Count() && rejected.Find(outcome => outcome.Exchange!.Answer!.Status == NotFound) is { Exchange: { } exchange })
            {
                return string.Create(CultureInfo.InvariantCulture, $"The target does not know the object that {named.Key} names (HTTP {exchange.Answer!.Status} for {exchange.Request.Method} {exchange.Request.Url.AbsolutePath}); correct {named.Key}, or leave it out.");
            }
        }

        return null;
    }
}
