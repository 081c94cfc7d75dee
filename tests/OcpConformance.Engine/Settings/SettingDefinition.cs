namespace OcpConformance.Engine.Settings;

/// <summary>A setting that exists. README, help of the command line, reader and messages all say what stands here.</summary>
/// <param name="Name">Its name, as environment variable and as parameter of a runsettings file.</param>
/// <param name="Default">Its default, in words where it is not a plain value.</param>
/// <param name="Meaning">What it does, with its unit and range.</param>
public record SettingDefinition(string Name, string Default, string Meaning)
{
    /// <summary>Whether its value must appear in no output.</summary>
    public bool Secret { get; init; }

    /// <summary>Its name as an option of the command line: <c>--base-url</c> for OCP_BASE_URL.</summary>
    public string Option => $"--{Name[SettingNames.Prefix.Length..].ToLowerInvariant().Replace('_', '-')}";
}
