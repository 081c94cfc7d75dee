using System.Collections;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Cli.Invocation;

/// <summary>What a command has around it.</summary>
/// <param name="Output">Takes what the command prints.</param>
/// <param name="Error">Takes messages and progress.</param>
/// <param name="Environment">Environment variables.</param>
/// <param name="Clock">The time.</param>
/// <param name="ErrorIsTerminal">Whether a person watches what goes to <paramref name="Error"/>.</param>
public sealed record CommandContext(TextWriter Output, TextWriter Error, IReadOnlyDictionary<string, string> Environment, TimeProvider Clock, bool ErrorIsTerminal)
{
    /// <summary>Whether what was written to <see cref="Error"/> can be overwritten: a person watches, and nothing forbids it.</summary>
    public bool IsLive => ErrorIsTerminal && !Environment.ContainsKey("NO_COLOR") && !Environment.ContainsKey("CI") && Environment.GetValueOrDefault("TERM") != "dumb";

    /// <summary>The folder that the program lies in.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>
    /// The contract in the folder that is named here, or else in the environment; where neither names one, that of the
    /// repository that the program lies in, or the one inside the program.
    /// </summary>
    /// <param name="folder">The folder; null or empty where the command line names none.</param>
    /// <exception cref="ContractException">The one inside the program is damaged.</exception>
    public IContractFiles Contract(string? folder = null)
    {
        var named = string.IsNullOrEmpty(folder) ? Environment.GetValueOrDefault(SettingNames.Contract) : folder;
        return string.IsNullOrEmpty(named) ? NearestContract() : new ContractFolder(named);
    }

    /// <summary>The contract of the repository that the program lies in, or the one inside the program.</summary>
    /// <exception cref="ContractException">The one inside the program is damaged.</exception>
    public IContractFiles NearestContract() => ContractRoot.Find(ProgramFolder, EmbeddedContract.Open);

    /// <summary>Name of the executable.</summary>
    public const string Executable = "ocp-conformance";

    /// <summary>That of this process.</summary>
    public static CommandContext OfProcess { get; } = new(
        Console.Out,
        Console.Error,
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, StringComparer.Ordinal),
        TimeProvider.System,
        !Console.IsErrorRedirected);
}
