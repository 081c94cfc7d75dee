namespace OcpConformance.Contract.Judging;

/// <summary>What judging depends on beside contract and exchanges.</summary>
public sealed record JudgeOptions
{
    /// <summary>
    /// How the target answers what it does not have; null where it certainly has every operation of the contract, as the mock
    /// does. An operation that it answers in the same way is blocked: the target may be older than the operation.
    /// </summary>
    public UnknownPaths? UnknownPaths { get; init; }

    /// <summary>Greatest distance between timestamp and the client's clock. The documentation allows signed requests 15 minutes.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How much longer than the client's measure the duration may be: both are rounded, and clocks tick differently.</summary>
    public TimeSpan DurationTolerance { get; init; } = TimeSpan.FromMilliseconds(250);
}
