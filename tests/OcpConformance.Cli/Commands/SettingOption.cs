using System.CommandLine;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Cli.Commands;

/// <summary>An option that stands for a setting: <c>--level</c> for OCP_LEVEL. The option comes before the environment.</summary>
internal sealed class SettingOption : Option<string?>
{
    /// <summary>Makes the option of a setting.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="name">Name of the option, where it is not that of the setting.</param>
    public SettingOption(string setting, string? name = null)
        : base(name ?? $"--{setting[SettingNames.Prefix.Length..].ToLowerInvariant().Replace('_', '-')}")
    {
        Setting = setting;
        var definition = SettingNames.General.Single(each => each.Name == setting);
        Description = $"{definition.Meaning}; {setting} does the same";
        HelpName = "VALUE";
    }

    /// <summary>Name of the setting.</summary>
    public string Setting { get; }
}
