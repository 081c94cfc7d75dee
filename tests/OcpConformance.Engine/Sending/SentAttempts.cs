using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Sending;

/// <summary>
/// What became of a planned exchange on the wire. An attempt that the target throttled before it answered is evidence of
/// its own, with the id of the exchange and <c>/throttled</c> behind it.
/// </summary>
internal static class SentAttempts
{
    /// <summary>The attempts, in order.</summary>
    /// <param name="planned">The plan.</param>
    /// <param name="record">What went over the wire.</param>
    /// <param name="toExchange">Makes evidence of an attempt.</param>
    public static IReadOnlyList<SentExchange> Of(PlannedExchange planned, WireRecord record, Func<PlannedExchange, WireRecord, Exchange> toExchange) =>
        record.Throttled is { } throttled
            ? [One(planned with { Id = $"{planned.Id}/throttled" }, throttled, toExchange), One(planned, record, toExchange)]
            : [One(planned, record, toExchange)];

    private static SentExchange One(PlannedExchange planned, WireRecord record, Func<PlannedExchange, WireRecord, Exchange> toExchange) =>
        record.Failure is { Kind: FailureKind.NotKept } failure
            ? new SentExchange(planned, null, failure.Message)
            : new SentExchange(planned, toExchange(planned, record), null);
}
