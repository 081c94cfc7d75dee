using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>What only all exchanges of a run together tell.</summary>
internal static class AcrossExchanges
{
    /// <summary>The first page of each list, as its operation answered it.</summary>
    public static Dictionary<Operation, ExchangeAnswer> FirstPages(IEnumerable<Exchange> exchanges) => exchanges
        .Where(exchange => exchange.Scenario is { Kind: ScenarioKind.Page, Detail: Scenario.FirstPage } && exchange.Answer is not null)
        .GroupBy(exchange => exchange.Operation)
        .ToDictionary(pages => pages.Key, pages => pages.First().Answer!);

    /// <summary>The exchange that created an object, by its operation.</summary>
    public static Dictionary<Operation, Exchange> Creations(IEnumerable<Exchange> exchanges) => exchanges
        .Where(exchange => exchange.Scenario is { Kind: ScenarioKind.Lifecycle, Detail: LifecycleStep.Create })
        .GroupBy(exchange => exchange.Operation)
        .ToDictionary(creations => creations.Key, creations => creations.Last());

    /// <summary>The exchange that had a trace id first, by trace id.</summary>
    /// <param name="exchanges">The exchanges, in order.</param>
    /// <param name="repeating">Takes the ids of the exchanges whose trace id an earlier one had.</param>
    public static Dictionary<string, string> FirstTraces(IEnumerable<Exchange> exchanges, ISet<string> repeating)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var exchange in exchanges)
        {
            if (exchange.Answer is { } answer && TopLevelString.Find(answer.Body.Span, "traceId"u8) is { Length: > 0 } trace && !first.TryAdd(trace, exchange.Id))
            {
                repeating.Add(exchange.Id);
            }
        }

        return first;
    }
}
