using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Engine.Concluding;

/// <summary>Finds a setting that names an object which the target does not have.</summary>
internal static class MisnamedObject
{
    private const int NotFound = 404;

    /// <summary>
    /// Names the setting; null where every object that a setting names was shown. One that is there may not show
    /// everything, so all valid requests must have been rejected, and one of them as for what does not exist.
    /// </summary>
    public static Message? Of(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        foreach (var named in outcomes.Where(outcome => outcome is { Planned.Scenario.Kind: ScenarioKind.Nominal, Exchange.ValueSetting: not null }).GroupBy(outcome => outcome.Exchange!.ValueSetting!, StringComparer.Ordinal))
        {
            var rejected = named.Where(outcome => outcome.Exchange!.Answer is { Status: >= 400 and < 500 }).ToList();
            if (rejected.Count == named.Count() && rejected.Find(outcome => outcome.Exchange!.Answer!.Status == NotFound) is { Exchange: { } exchange })
            {
                return Message.Of("setting-misnamed", named.Key, exchange.Answer!.Status, exchange.Request.Method, exchange.Request.Url.AbsolutePath);
            }
        }

        return null;
    }
}
