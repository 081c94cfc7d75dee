using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// The operations that a target does not seem to have: it answers them as it answers paths that it does not have. One valid
/// request that is answered otherwise shows that the operation is there.
/// </summary>
/// <param name="contract">All operations.</param>
/// <param name="unknown">How the target answers what it does not have; null where it certainly has every operation.</param>
internal sealed class MissingOperations(ContractCatalog contract, UnknownPaths? unknown)
{
    private readonly AnswerSignature? typical = unknown?.Answer is { } answer ? AnswerSignature.OfMissing(answer) : null;

    /// <summary>Why the exchanges of each of them say nothing.</summary>
    /// <param name="exchanges">All exchanges of the run.</param>
    public IReadOnlyDictionary<Operation, Message> In(IEnumerable<Exchange> exchanges) => unknown is null
        ? new Dictionary<Operation, Message>()
        : exchanges
            .Where(exchange => exchange.Answer is not (null or { Status: RateLimit.TooManyRequests }))
            .Where(exchange => exchange.Scenario.Kind != ScenarioKind.Observed)
            .GroupBy(exchange => exchange.Operation)
            .Where(operation => MayBeMissing(operation.Key) && IsMissing([.. operation]))
            .ToDictionary(operation => operation.Key, operation => Reason(operation.Key));

    private bool MayBeMissing(Operation operation) => operation.Source.Assumed || !unknown!.ReleaseIsKnown;

    private bool IsMissing(List<Exchange> exchanges)
    {
        var operation = exchanges[0].Operation;
        var isShadowed = operation.Source.Assumed && contract.Operations.Any(other => other.Covers(operation));
        return exchanges.Exists(exchange => IsLikeMissing(exchange, isShadowed))
            && exchanges.Where(IsPlain).All(exchange => IsLikeMissing(exchange, isShadowed));
    }

    private bool IsLikeMissing(Exchange exchange, bool isShadowed)
    {
        var answer = exchange.Answer!;
        var signature = AnswerSignature.OfMissing(answer);
        if (signature is not null && typical is not null && signature.IsLike(typical, exchange.Operation))
        {
            return true;
        }

        if (!exchange.Operation.Source.Assumed || answer.Status is 401 or 403)
        {
            return false;
        }

        // An older target takes /alarms/history for an alarm of that id, and knows the path but not the method of a newer operation.
        return answer.Status is 405 or 501
            || (isShadowed && answer.Status >= 400)
            || (typical is null && (signature is not null || IsSameFailure(answer)));
    }

    // A target may refuse what it does not have in any way.
    private bool IsSameFailure(ExchangeAnswer answer) =>
        answer.Status >= 400 && unknown!.Answer is { } other && AnswerSignature.Of(answer) == AnswerSignature.Of(other);

    private static bool IsPlain(Exchange exchange) =>
        exchange.Scenario is { Kind: ScenarioKind.Nominal } or { Kind: ScenarioKind.Lifecycle, IsValid: true };

    private static Message Reason(Operation operation) => operation.Source.Assumed
        ? Message.Of("operation-assumed", operation.Source.Since.ToString())
        : Message.Of("operation-missing");
}
