namespace OcpConformance.Report.Model;

/// <summary>What can be judged, as settings, waivers and the result call it.</summary>
public static class TargetKind
{
    /// <summary>The embedded mock.</summary>
    public const string Mock = "mock";

    /// <summary>A real OCP, or whatever answers in its place.</summary>
    public const string Live = "live";

    /// <summary>Recorded traffic.</summary>
    public const string Recorded = "recorded";
}
