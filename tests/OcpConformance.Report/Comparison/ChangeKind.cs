namespace OcpConformance.Report.Comparison;

/// <summary>What became of a requirement between two runs, the ones that need somebody's attention first.</summary>
public enum ChangeKind
{
    /// <summary>It is violated now and was not seen to be violated before.</summary>
    NewViolation,

    /// <summary>It was exercised before and is not now, or what violated it was not asked again. Never counted as fixed.</summary>
    LostCoverage,

    /// <summary>It was violated before and is now.</summary>
    StillViolating,

    /// <summary>It was violated before and holds now, in the same exchanges.</summary>
    Fixed,

    /// <summary>It was not exercised before and holds now.</summary>
    GainedCoverage,

    /// <summary>The contract, or the release of it, has it now and did not before.</summary>
    Added,

    /// <summary>The contract, or the release of it, had it before and does not now.</summary>
    Removed,

    /// <summary>It holds as before, or is as unexercised as before.</summary>
    Unchanged,
}
