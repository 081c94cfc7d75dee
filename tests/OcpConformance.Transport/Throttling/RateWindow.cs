namespace OcpConformance.Transport.Throttling;

/// <summary>What a target allows until a moment. Moments are counted from the beginning of the run.</summary>
/// <param name="Limit">How many requests each window allows; null where the target does not say.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="EndsAt">When the next window begins.</param>
/// <param name="KnownSince">How many answers had come when this one came.</param>
internal sealed record RateWindow(long? Limit, long Remaining, TimeSpan EndsAt, long KnownSince);
