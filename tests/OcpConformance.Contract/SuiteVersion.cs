using System.Reflection;

namespace OcpConformance.Contract;

/// <summary>Name and version of the suite, as its outputs say them.</summary>
public static class SuiteVersion
{
    /// <summary>The name.</summary>
    public const string Name = "OcpConformance";

    /// <summary>The version, without the commit.</summary>
    public static string Text { get; } =
        typeof(SuiteVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
