using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>What only all exchanges of a run together tell.</summary>
internal static class AcrossExchanges
{
    /// <summary>
    /// The operations that a target answers as it answers paths that it does not have. One valid request that is answered
    /// otherwise shows that the operation is there.
    /// </summary>
    public static IReadOnlySet<Operation> MissingOperations(IEnumerable<Exchange> exchanges, ExchangeAnswer? unknownPathAnswer)
    {
        if (unknownPathAnswer is null || AnswerSignature.OfMissing(unknownPathAnswer) is not { } signature)
        {
            return new HashSet<Operation>();
        }

        return exchanges
            .Where(exchange => exchange.Answer is not (null or { Status: RateLimit.TooManyRequests }) && exchange.Scenario.Kind != ScenarioKind.Observed)
            .GroupBy(exchange => exchange.Operation)
            .Where(operation => operation.Any(LikeMissing) && operation.Where(IsPlain).All(LikeMissing))
            .Select(operation => operation.Key)
            .ToHashSet();

        static bool IsPlain(Exchange exchange) => exchange.Scenario is { Kind: ScenarioKind.Nominal } or { Kind: ScenarioKind.Lifecycle, IsValid: true };

        bool LikeMissing(Exchange exchange) => AnswerSignature.OfMissing(exchange.Answer!) == signature;
    }

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
    public static Dictionary<string, string> FirstTraces(IEnumerable<Exchange> exchanges)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var exchange in exchanges)
        {
            if (exchange.Answer is { } answer && TopLevelString.Find(answer.Body.Span, "traceId"u8) is { Length: > 0 } trace)
            {
                first.TryAdd(trace, exchange.Id);
            }
        }

        return first;
    }
}
