namespace OcpConformance.Contract.Exchanges;

/// <summary>The names of requests that are sent to see what a target makes of them; each is a scenario of kind <see cref="ScenarioKind.Observed"/>.</summary>
public static class ObservedRequest
{
    /// <summary>HEAD of a documented path.</summary>
    public const string Head = "head";

    /// <summary>OPTIONS of a documented path.</summary>
    public const string Options = "options";

    /// <summary>A documented path with a slash behind it.</summary>
    public const string TrailingSlash = "trailing-slash";

    /// <summary>A documented path with a slash twice.</summary>
    public const string DoubleSlash = "double-slash";

    /// <summary>A path that no operation has.</summary>
    public const string UndocumentedPath = "undocumented-path";

    /// <summary>A request that brings its own trace id.</summary>
    public const string TraceId = "trace-id";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Head, Options, TrailingSlash, DoubleSlash, UndocumentedPath, TraceId];
}
