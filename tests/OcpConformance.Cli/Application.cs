using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OcpConformance.Cli.Commands;
using OcpConformance.Cli.Output;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Cleanup;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli;

/// <summary>The command line, from arguments to exit code.</summary>
public static class Application
{
    /// <summary>Name of the executable.</summary>
    public const string Name = "ocp-conformance";

    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: the target is non-conformant, or a bundle does not verify.</summary>
    public const int Refused = 1;

    /// <summary>Exit code: arguments, settings or files are wrong; the message says which.</summary>
    public const int WrongInput = 2;

    /// <summary>Exit code: the result is incomplete.</summary>
    public const int Incomplete = 3;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Takes what the command prints.</param>
    /// <param name="error">Takes the message where something is wrong.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error) =>
        RunAsync(arguments, Surroundings.OfProcess with { Output = output, Error = error, ErrorIsTerminal = false });

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="surroundings">What the command has around it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var (output, error) = (surroundings.Output, surroundings.Error);
        var parsed = Root(surroundings).Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            // A misspelt command is also a missing one; the spelling says more.
            var problem = parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is unknown." : parsed.Errors[0].Message;
            await error.WriteLineAsync($"{problem} `{Name} --help` shows how to write it.").ConfigureAwait(false);
            return WrongInput;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ContractException or InputException or SettingsException or HarException or ResultException or BundleException or LedgerException or ContactException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return WrongInput;
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand("Works with the contract of the OCP API, and with the results of runs.")
        {
            new JudgeCommand(surroundings),
            new ReportCommand(surroundings),
            new MergeCommand(surroundings),
            new BundleCommand(surroundings),
            new VerifyCommand(surroundings),
            new OpenApiCommand(),
            new OperationsCommand(),
            new DiffCommand(),
            new CleanupCommand(surroundings),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
