using System.Globalization;

namespace OcpConformance.Contract.Exchanges;

/// <summary>What an answer says about throttling. A value that is no whole number counts as not given.</summary>
/// <param name="Limit">How many requests a window allows; null where the answer does not say.</param>
/// <param name="Remaining">How many of them are left; null where the answer does not say.</param>
/// <param name="ResetSeconds">Seconds until the next window; null where the answer does not say.</param>
public sealed record RateLimit(long? Limit, long? Remaining, long? ResetSeconds)
{
    /// <summary>HTTP status of a request that is rejected because there were too many.</summary>
    public const int TooManyRequests = 429;

    /// <summary>The header with the limit.</summary>
    public const string LimitHeader = "RateLimit-Limit";

    /// <summary>The header with what is left.</summary>
    public const string RemainingHeader = "RateLimit-Remaining";

    /// <summary>The header with the time until the next window.</summary>
    public const string ResetHeader = "RateLimit-Reset";

    /// <summary>The three headers.</summary>
    public static IReadOnlyList<string> HeaderNames { get; } = [LimitHeader, RemainingHeader, ResetHeader];

    /// <summary>What an answer says.</summary>
    public static RateLimit Of(ExchangeAnswer answer) =>
        new(Number(answer, LimitHeader), Number(answer, RemainingHeader), Number(answer, ResetHeader));

    /// <summary>A whole number that is not negative, in decimal digits alone; null for any other text.</summary>
    public static long? WholeNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Number(ExchangeAnswer answer, string header) => answer.Header(header) is { } text ? WholeNumber(text) : null;
}
