namespace OcpConformance.MockOcp.Answering;

/// <summary>Serves a number of requests in each period; the first request after a period begins the next.</summary>
/// <param name="limit">How many requests a period has.</param>
/// <param name="window">Length of a period.</param>
/// <param name="clock">Measures the time.</param>
internal sealed class RateLimiter(int limit, TimeSpan window, TimeProvider clock)
{
    private readonly Lock gate = new();
    private long start = clock.GetTimestamp();
    private long used;

    /// <summary>Counts one request.</summary>
    public RateAllowance Take()
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(start) >= window)
            {
                (start, used) = (clock.GetTimestamp(), 0);
            }

            used++;
            var reset = Math.Ceiling((window - clock.GetElapsedTime(start)).TotalSeconds);
            return new RateAllowance(limit, Math.Max(0, limit - used), Math.Max(0, (long)reset), used > limit);
        }
    }
}
