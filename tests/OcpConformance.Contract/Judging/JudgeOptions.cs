namespace OcpConformance.Contract.Judging;

/// <summary>What judging depends on beside contract and exchanges.</summary>
public sealed record JudgeOptions
{
    /// <summary>
    /// Whether the release of the target is known. Where it is not, an operation without path parameters that the target
    /// does not know is blocked: the target may be older than the operation.
    /// </summary>
    public bool ReleaseKnown { get; init; } = true;

    /// <summary>Greatest distance between timestamp and the client's clock. The documentation allows signed requests 15 minutes.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How much longer than the client's measure the duration may be: both are rounded, and clocks tick differently.</summary>
    public TimeSpan DurationTolerance { get; init; } = TimeSpan.FromMilliseconds(250);
}
