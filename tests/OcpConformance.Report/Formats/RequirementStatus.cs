namespace OcpConformance.Report.Formats;

/// <summary>What a requirement means for the conclusion of the run. Every format counts by this.</summary>
internal enum RequirementStatus
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It is violated at a level that counts.</summary>
    Fails,

    /// <summary>It is violated below the level that counts.</summary>
    Warns,

    /// <summary>It is violated, and a waiver covers it.</summary>
    Waived,

    /// <summary>It could not be asked.</summary>
    Blocked,

    /// <summary>No answer gave occasion for it.</summary>
    NotExercised,
}
