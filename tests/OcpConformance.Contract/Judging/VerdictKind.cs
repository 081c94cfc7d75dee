namespace OcpConformance.Contract.Judging;

/// <summary>What became of a requirement.</summary>
public enum VerdictKind
{
    /// <summary>It was exercised and holds.</summary>
    Conforms,

    /// <summary>It was exercised and does not hold.</summary>
    Violates,

    /// <summary>The answer has nothing that it speaks of. Never counted as conforming.</summary>
    NotExercised,

    /// <summary>It could not be asked.</summary>
    Blocked,

    /// <summary>It was exercised and does not hold, and somebody answers for that. Judging knows no waivers; the result of a run does.</summary>
    Waived,
}
