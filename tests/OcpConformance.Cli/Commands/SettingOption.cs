using System.CommandLine;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Cli.Commands;

/// <summary>An option that stands for a setting: <c>--level</c> for OCP_LEVEL. The option comes before the environment.</summary>
internal sealed class SettingOption : Option<string?>
{
    /// <summary>Makes the option of a setting that every contract has.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="name">Name of the option, where it is not that of the setting.</param>
    public SettingOption(string setting, string? name = null)
        : this(SettingTable.General.Single(each => each.Name == setting), name)
    {
    }

    /// <summary>Makes the option of a setting.</summary>
    /// <param name="definition">The setting.</param>
    /// <param name="name">Name of the option, where it is not that of the setting.</param>
    public SettingOption(SettingDefinition definition, string? name = null)
        : base(name ?? definition.Option)
    {
        Setting = definition.Name;
        Description = $"{definition.Meaning}; {definition.Name} does the same";
        HelpName = "VALUE";
    }

    /// <summary>Name of the setting.</summary>
    public string Setting { get; }
}
