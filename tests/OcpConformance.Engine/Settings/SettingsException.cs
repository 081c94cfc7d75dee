namespace OcpConformance.Engine.Settings;

/// <summary>A setting is unknown, malformed or contradicts another; the message names it and the remedy.</summary>
/// <param name="setting">Name of the setting.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="remedy">What to do.</param>
public sealed class SettingsException(string setting, string problem, string remedy)
    : Exception($"Setting {setting}: {problem}. {remedy}.")
{
    /// <summary>Name of the setting.</summary>
    public string Setting { get; } = setting;
}
