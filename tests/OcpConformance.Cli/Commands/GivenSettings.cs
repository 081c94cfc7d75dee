using System.CommandLine;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Cli.Commands;

/// <summary>The settings that a command line gives, over those of the environment.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="options">The options that stand for settings.</param>
internal sealed class GivenSettings(ParseResult parsed, IEnumerable<SettingOption> options)
{
    private readonly List<SettingOption> given = [.. options.Where(option => parsed.GetValue(option) is not null)];

    /// <summary>The settings together.</summary>
    /// <param name="environment">What holds where the command line says nothing.</param>
    public SettingSource Over(IEnumerable<KeyValuePair<string, string>> environment)
    {
        var values = environment.ToDictionary(StringComparer.Ordinal);
        foreach (var option in given)
        {
            values[option.Setting] = parsed.GetValue(option)!;
        }

        return new SettingSource(values, new Dictionary<string, string>());
    }

    /// <summary>A message about a setting, which calls it as the user wrote it.</summary>
    public string AsWritten(string message) => given
        .Where(option => message.StartsWith(Beginning(option.Setting), StringComparison.Ordinal))
        .Select(option => AsWritten(message, option.Setting, option.Name))
        .FirstOrDefault(message);

    /// <summary>A message about a setting, which calls it by another name.</summary>
    public static string AsWritten(string message, string setting, string name) =>
        message.StartsWith(Beginning(setting), StringComparison.Ordinal) ? $"{name}: {message[Beginning(setting).Length..].TrimStart()}" : message;

    private static string Beginning(string setting) => $"Setting {setting}:";
}
