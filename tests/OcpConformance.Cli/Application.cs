using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OcpConformance.Cli.Commands;
using OcpConformance.Cli.Output;
using OcpConformance.Contract.Catalog;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli;

/// <summary>The command line, from arguments to exit code.</summary>
public static class Application
{
    /// <summary>Name of the executable.</summary>
    public const string Name = "ocp-conformance";

    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: arguments or files are wrong; the message says which.</summary>
    public const int WrongInput = 2;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Takes what the command prints.</param>
    /// <param name="error">Takes the message where something is wrong.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(arguments);
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
        catch (Exception exception) when (exception is ContractException or InputException or ResultException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return WrongInput;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Works with the contract of the OCP API: the documentation as data.")
        {
            new OpenApiCommand(),
            new OperationsCommand(),
            new DiffCommand(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
