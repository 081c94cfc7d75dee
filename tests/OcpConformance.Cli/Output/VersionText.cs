using System.CommandLine;
using System.CommandLine.Invocation;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Output;

/// <summary><c>--version</c>: the suite, and the contract that it would judge by, so that a result can be told to come from the same two.</summary>
/// <param name="context">What the command has around it.</param>
internal sealed class VersionText(CommandContext context) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var contract = context.Contract();
        var digest = ContractDigest.Of(contract);
        context.Output.WriteLine($"{SuiteVersion.Name} {SuiteVersion.Text}");
        context.Output.WriteLine($"contract {digest} ({contract.Origin})");
        return ExitCode.Done;
    }
}
