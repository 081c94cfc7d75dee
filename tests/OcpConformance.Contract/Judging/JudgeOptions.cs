using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Contract.Judging;

/// <summary>What judging depends on beside contract and exchanges.</summary>
public sealed record JudgeOptions
{
    /// <summary>
    /// How a target of unknown release answers a path that no operation has; null where the release is known. An operation
    /// that it answers in the same way is blocked: the target may be older than the operation.
    /// </summary>
    public ExchangeAnswer? UnknownPathAnswer { get; init; }

    /// <summary>Greatest distance between timestamp and the client's clock. The documentation allows signed requests 15 minutes.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How much longer than the client's measure the duration may be: both are rounded, and clocks tick differently.</summary>
    public TimeSpan DurationTolerance { get; init; } = TimeSpan.FromMilliseconds(250);
}
