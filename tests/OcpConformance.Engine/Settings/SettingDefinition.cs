namespace OcpConformance.Engine.Settings;

/// <summary>A setting that exists.</summary>
/// <param name="Name">Its name, as environment variable and as parameter of a runsettings file.</param>
/// <param name="Default">Its default, in words where it is no plain value.</param>
/// <param name="Meaning">What it does, with its unit.</param>
/// <param name="Secret">Whether its value must appear in no output.</param>
public sealed record SettingDefinition(string Name, string Default, string Meaning, bool Secret = false);
