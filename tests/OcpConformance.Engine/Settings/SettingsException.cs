namespace OcpConformance.Engine.Settings;

/// <summary>A setting is unknown, malformed or contradicts another; the message names it and the remedy.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Makes the exception for one problem.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="remedy">What to do.</param>
    public SettingsException(string setting, string problem, string remedy)
        : base($"Setting {setting}: {problem}. {remedy}.") => Setting = setting;

    /// <summary>Makes the exception for what is wrong in the file that a setting names.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="problems">All that is wrong, each a sentence with file, place and remedy.</param>
    public SettingsException(string setting, IEnumerable<string> problems)
        : base($"Setting {setting}: {string.Join(Environment.NewLine, problems)}") => Setting = setting;

    /// <summary>Name of the setting.</summary>
    public string Setting { get; }
}
