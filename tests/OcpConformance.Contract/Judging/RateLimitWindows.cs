using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// Finds pairs of answers that certainly belong to one window of one limit: of the same operation, caller, limit and
/// server, one complete before the other was asked for, and both surely before the window ended. Answers of requests that
/// were under way together overtake each other and are left out, as are those of other callers and operations, because a
/// target may count them apart.
/// </summary>
internal static class RateLimitWindows
{
    // A count of seconds is rounded, and nothing says which way.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>The last earlier answer of the same window, by the id of the later exchange.</summary>
    public static Dictionary<string, EarlierRemaining> Earlier(IEnumerable<Exchange> exchanges)
    {
        var earlier = new Dictionary<string, EarlierRemaining>(StringComparer.Ordinal);
        foreach (var counted in exchanges.Select(Counted.Of).OfType<Counted>().GroupBy(counted => (counted.Exchange.Operation, counted.Limit, counted.Server)))
        {
            var byEnd = counted.OrderBy(entry => entry.End).ToList();
            foreach (var later in byEnd)
            {
                if (byEnd.FindLast(entry => entry.Remaining > 0 && entry.IsBefore(later)) is { } before)
                {
                    earlier[later.Exchange.Id] = new EarlierRemaining(before.Exchange.Id, before.Remaining);
                }
            }
        }

        return earlier;
    }

    private sealed record Counted(Exchange Exchange, long Limit, long Remaining, TimeSpan Reset, string Server)
    {
        private static readonly TimeSpan LongestReset = TimeSpan.FromDays(1);

        public DateTimeOffset End => Exchange.StartedAt + Exchange.Elapsed;

        private DateTimeOffset EarliestWindowEnd => Exchange.StartedAt + Reset - Rounding;

        private DateTimeOffset LatestWindowEnd => End + Reset + Rounding;

        public static Counted? Of(Exchange exchange) =>
            exchange is { Origin: ExchangeOrigin.Sent, Answer: { Status: not RateLimit.TooManyRequests } answer, Scenario.Purpose: not (CheckKind.Authentication or CheckKind.Transport) }
            && RateLimit.Of(answer) is { Limit: { } limit, Remaining: { } remaining, ResetSeconds: { } reset }
            && reset <= LongestReset.TotalSeconds
                ? new Counted(exchange, limit, remaining, TimeSpan.FromSeconds(reset), TopLevelString.Find(answer.Body.Span, "server"u8) ?? string.Empty)
                : null;

        public bool IsBefore(Counted later) =>
            End <= later.Exchange.StartedAt && later.End < EarliestWindowEnd && later.EarliestWindowEnd <= LatestWindowEnd;
    }
}
