namespace OcpConformance.Contract.Judging;

/// <summary>How far the clocks of client and server may be apart.</summary>
public sealed record JudgeOptions
{
    /// <summary>Greatest distance between timestamp and the client's clock. The documentation allows signed requests 15 minutes.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How much longer than the client's measure the duration may be: both are rounded, and clocks tick differently.</summary>
    public TimeSpan DurationTolerance { get; init; } = TimeSpan.FromMilliseconds(250);
}
