using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>What went over the wire for one request.</summary>
/// <param name="Request">The request as it was sent.</param>
/// <param name="Answer">The complete answer; null where there is a failure.</param>
/// <param name="Failure">Why there is no complete answer; null where there is one.</param>
/// <param name="StartedAt">When sending began.</param>
/// <param name="Elapsed">From there to the last byte, or to the failure.</param>
public sealed record WireRecord(
    ExchangeRequest Request, ExchangeAnswer? Answer, TransportFailure? Failure, DateTimeOffset StartedAt, TimeSpan Elapsed)
{
    /// <summary>The first attempt, where the target rejected it with HTTP 429 and the request was sent again; null otherwise.</summary>
    public WireRecord? Throttled { get; init; }
}
