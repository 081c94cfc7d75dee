using System.Globalization;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Throttling;

/// <summary>Reads when a rejected request may be sent again.</summary>
internal static class RetryAfter
{
    // Beyond every budget, and far from what a TimeSpan can hold.
    private const long MostSeconds = 7 * 86400;

    /// <summary>How long to wait after an answer: what Retry-After says, else what RateLimit-Reset says; null where neither makes sense.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The time, where the answer does not say its own.</param>
    public static TimeSpan? Wait(ExchangeAnswer answer, DateTimeOffset now) =>
        answer.Header("Retry-After") is { } text && (Seconds(RateLimit.WholeNumber(text)) ?? Until(Date(text), Date(answer.Header("Date")) ?? now)) is { } wait
            ? wait
            : Seconds(RateLimit.Of(answer).ResetSeconds);

    /// <summary>A count of seconds, cut down to what is beyond every budget anyway.</summary>
    public static TimeSpan? Seconds(long? seconds) => seconds is { } count ? TimeSpan.FromSeconds(Math.Min(count, MostSeconds)) : null;

    private static TimeSpan? Until(DateTimeOffset? moment, DateTimeOffset now) => moment - now;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
