using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;

namespace OcpConformance.Engine.Sending;

/// <summary>A planned exchange after it was sent, or held back.</summary>
/// <param name="Planned">The plan.</param>
/// <param name="Exchange">The evidence; null where nothing was sent.</param>
/// <param name="BlockedReason">Why nothing was sent; null where something was.</param>
internal sealed record SentExchange(PlannedExchange Planned, Exchange? Exchange, Message? BlockedReason);
