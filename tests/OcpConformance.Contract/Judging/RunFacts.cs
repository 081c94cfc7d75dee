using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>What only all exchanges of a run together tell about each of them.</summary>
public sealed class RunFacts
{
    private readonly HashSet<string> repeatedTraces = new(StringComparer.Ordinal);

    private RunFacts(IReadOnlyList<Exchange> exchanges, IReadOnlyDictionary<Operation, Message> missing)
    {
        FirstTraces = AcrossExchanges.FirstTraces(exchanges, repeatedTraces);
        Earlier = RateLimitWindows.Earlier(exchanges);
        FirstPages = AcrossExchanges.FirstPages(exchanges);
        Creations = AcrossExchanges.Creations(exchanges);
        Away = Outages.Of(exchanges);
        Missing = missing;
    }

    /// <summary>Nothing, as long as an exchange is the only one that is known.</summary>
    public static RunFacts None { get; } = new([], new Dictionary<Operation, Message>());

    /// <summary>The exchange that had a trace id first, by trace id.</summary>
    internal IReadOnlyDictionary<string, string> FirstTraces { get; }

    /// <summary>What an earlier answer of the same window said to be left, by the id of the later exchange.</summary>
    internal IReadOnlyDictionary<string, EarlierRemaining> Earlier { get; }

    /// <summary>The first pages of lists.</summary>
    internal IReadOnlyDictionary<Operation, ExchangeAnswer> FirstPages { get; }

    /// <summary>The exchanges that created objects.</summary>
    internal IReadOnlyDictionary<Operation, Exchange> Creations { get; }

    /// <summary>The exchanges for which the target was away, with the reason.</summary>
    internal IReadOnlyDictionary<Exchange, Message> Away { get; }

    /// <summary>The operations that the target may not have, with the reason.</summary>
    internal IReadOnlyDictionary<Operation, Message> Missing { get; }

    /// <summary>The facts of a run.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">What is known of the target.</param>
    /// <param name="exchanges">All exchanges, in a stable order: of two with the same trace id the later one is at fault.</param>
    public static RunFacts Of(ContractCatalog contract, JudgeOptions options, IEnumerable<Exchange> exchanges)
    {
        var all = exchanges.ToList();
        return new RunFacts(all, new MissingOperations(contract, options.UnknownPaths).In(all));
    }

    /// <summary>Whether an exchange may be judged otherwise with these facts than without them, apart from its rate limit.</summary>
    internal bool Concern(Exchange exchange) =>
        exchange.Scenario.Kind is ScenarioKind.Page or ScenarioKind.Lifecycle
        || repeatedTraces.Contains(exchange.Id)
        || Missing.ContainsKey(exchange.Operation)
        || Away.ContainsKey(exchange);
}
