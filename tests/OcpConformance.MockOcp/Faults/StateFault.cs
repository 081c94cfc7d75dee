namespace OcpConformance.MockOcp.Faults;

/// <summary>The ways in which the mock can be wrong about objects that requests created.</summary>
public enum StateFault
{
    /// <summary>Lists do not have what was created.</summary>
    HidesCreated,

    /// <summary>What was deleted is shown as before.</summary>
    ShowsDeleted,

    /// <summary>What was deleted can be deleted again.</summary>
    DeletesAgain,
}
