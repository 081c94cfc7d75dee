using OcpConformance.Contract.Catalog;

namespace OcpConformance.Contract.Exchanges;

/// <summary>One request and what came of it: the evidence that verdicts rest on.</summary>
public sealed record Exchange
{
    /// <summary><c>operation/scenario</c>, or <c>operation/scenario/case</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The operation that was called.</summary>
    public required Operation Operation { get; init; }

    /// <summary>How it was called.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The request.</summary>
    public required ExchangeRequest Request { get; init; }

    /// <summary>Values of the path and query parameters of the request, and the language that it asks for, by name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The answer; null where none came.</summary>
    public ExchangeAnswer? Answer { get; init; }

    /// <summary>Why no answer came; null where one came.</summary>
    public TransportFailure? Failure { get; init; }

    /// <summary>When the client began to send.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From there to the last byte of the answer, or to the failure.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Where it comes from.</summary>
    public required ExchangeOrigin Origin { get; init; }

    /// <summary>The setting that the id of the object came from; null where the server itself named it.</summary>
    public string? ValueSetting { get; init; }
}
