using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>Filled by <see cref="RecordingHandler"/> while a request is under way.</summary>
internal sealed class Recording
{
    public ExchangeRequest? Request { get; set; }

    public ExchangeAnswer? Answer { get; set; }

    public TransportFailure? Failure { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public TimeSpan Elapsed { get; set; }
}
