using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Engine.Recorded;

/// <summary>One entry of a HAR file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null where none was recorded.</param>
/// <param name="Failure">Why there is no answer; null where there is one, or where only its content is missing.</param>
/// <param name="StartedAt">When the request began.</param>
/// <param name="Elapsed">How long the exchange took; null where the recorder did not measure.</param>
/// <param name="Note">What a run of this suite noted about it; null in recordings of others.</param>
internal sealed record HarEntry(
    int Number, ExchangeRequest Request, ExchangeAnswer? Answer, TransportFailure? Failure, DateTimeOffset StartedAt, TimeSpan? Elapsed, HarNote? Note);

/// <summary>What a run of this suite notes about an exchange in its HAR file.</summary>
/// <param name="Id">Id of the exchange.</param>
/// <param name="Operation">The operation; null for what the run asked for itself.</param>
/// <param name="Scenario">Name of the scenario; null for what the run asked for itself.</param>
/// <param name="Setting">The setting that named the object; null where none did.</param>
/// <param name="Blocked">Why it was not sent; null where it was.</param>
internal sealed record HarNote(string Id, string? Operation, string? Scenario, string? Setting, Message? Blocked);
