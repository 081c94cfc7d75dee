using System.Collections;

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
