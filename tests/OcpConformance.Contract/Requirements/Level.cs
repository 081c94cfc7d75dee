namespace OcpConformance.Contract.Requirements;

/// <summary>How binding a requirement is.</summary>
public enum Level
{
    /// <summary>The documentation states it. A violation fails the run.</summary>
    Must,

    /// <summary>Only a documented sample shows it, or it follows from the wording. A violation warns.</summary>
    Should,
}
