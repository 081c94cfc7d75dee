using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>The exchanges of a run for which the target was away: no connection was made, or one broke off because the target went.</summary>
public static class Outages
{
    /// <summary>Why each of them could not be asked. A connection that breaks off is the fault of a target that is there meanwhile and afterwards.</summary>
    /// <param name="exchanges">All exchanges of the run.</param>
    public static IReadOnlyDictionary<Exchange, Message> Of(IEnumerable<Exchange> exchanges)
    {
        var inOrder = exchanges.OrderBy(exchange => exchange.StartedAt).ToList();
        var away = new Dictionary<Exchange, Message>(ReferenceEqualityComparer.Instance);
        foreach (var exchange in inOrder)
        {
            if (exchange.Failure is { IsWithoutConnection: true } failure)
            {
                away[exchange] = Message.Of("target-unreachable", failure.Message);
            }
            else if (exchange.Failure is { Kind: FailureKind.ConnectionLost } lost && (Meanwhile(inOrder, exchange) ?? Next(inOrder, exchange)) is { Failure: { IsWithoutConnection: true } next })
            {
                away[exchange] = Message.Of("target-went-away", lost.Message, next.Message);
            }
        }

        return away;
    }

    // The first that began when the connection was lost already; others may have been lost with it.
    private static Exchange? Next(List<Exchange> inOrder, Exchange lost) =>
        inOrder.Find(later => later.StartedAt >= End(lost) && later.Failure is not { Kind: FailureKind.ConnectionLost });

    private static Exchange? Meanwhile(List<Exchange> inOrder, Exchange lost) =>
        inOrder.Find(other => other.Failure is { IsWithoutConnection: true } && other.StartedAt <= End(lost) && End(other) >= lost.StartedAt);

    private static DateTimeOffset End(Exchange exchange) => exchange.StartedAt + exchange.Elapsed;
}
