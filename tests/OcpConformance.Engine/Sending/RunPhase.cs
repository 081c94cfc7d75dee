namespace OcpConformance.Engine.Sending;

/// <summary>What a run is at.</summary>
public enum RunPhase
{
    /// <summary>It reads contract and settings, and asks whether the target is there.</summary>
    Preparing,

    /// <summary>It sends requests and judges the answers.</summary>
    Sending,

    /// <summary>It looks at all exchanges together.</summary>
    Concluding,

    /// <summary>It writes the files.</summary>
    Writing,

    /// <summary>It is over.</summary>
    Done,
}
