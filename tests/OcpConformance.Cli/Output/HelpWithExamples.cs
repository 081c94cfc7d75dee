using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OcpConformance.Cli.Invocation;

namespace OcpConformance.Cli.Output;

/// <summary>The help of a command, and its examples below.</summary>
/// <param name="help">Writes the help.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = (command is IHasExamples own ? [own] : command.Subcommands.OfType<IHasExamples>()).SelectMany(each => each.Examples).ToList();
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (arguments, effect) in examples)
        {
            output.WriteLine($"  # {effect}");
            output.WriteLine($"  {CommandContext.Executable} {arguments}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var exit in ExitCode.All)
        {
            output.WriteLine($"  {exit.Code}  {exit.Meaning}");
        }

        return code;
    }
}
