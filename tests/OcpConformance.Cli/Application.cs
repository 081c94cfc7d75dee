using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OcpConformance.Cli.Commands;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Cleanup;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli;

/// <summary>The command line, from arguments to exit code.</summary>
public static class Application
{
    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Takes what the command prints.</param>
    /// <param name="error">Takes the message where something is wrong.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error) =>
        RunAsync(arguments, CommandContext.OfProcess with { Output = output, Error = error, ErrorIsTerminal = false });

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="context">What the command has around it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context)
    {
        var (output, error) = (context.Output, context.Error);
        var parsed = Root(arguments, context).Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            // A misspelt command is also a missing one; the spelling says more.
            var problem = parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is unknown." : parsed.Errors[0].Message;
            await error.WriteLineAsync($"{problem} `{CommandContext.Executable} --help` shows how to write it.").ConfigureAwait(false);
            return ExitCode.WrongInput;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ContractException or InputException or SettingsException or HarException or ResultException or BundleException or LedgerException or ContactException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.WrongInput;
        }
    }

    private static RootCommand Root(IReadOnlyList<string> arguments, CommandContext context)
    {
        var root = new RootCommand("Works with the contract of the OCP API, and with the results of runs.")
        {
            new RunCommand(context, ResourcesOf(arguments, context)),
            new JudgeCommand(context),
            new ReportCommand(context),
            new MergeCommand(context),
            new BundleCommand(context),
            new VerifyCommand(context),
            new OpenApiCommand(context),
            new OperationsCommand(context),
            new DiffCommand(),
            new CleanupCommand(context),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Action = new VersionText(context);
        return root;
    }

    // Only one command has an option for each resource of the contract, so the others need not wait for the contract.
    private static IEnumerable<SettingDefinition> ResourcesOf(IReadOnlyList<string> arguments, CommandContext context)
    {
        if (arguments is not [RunCommand.CommandName, ..])
        {
            return [];
        }

        try
        {
            return SettingTable.OfResources(ContractLoader.Resources(ContractOption.Files(arguments, context)));
        }
        catch (ContractException)
        {
            // What is wrong with the contract is said when it is read as a whole.
            return [];
        }
    }
}
