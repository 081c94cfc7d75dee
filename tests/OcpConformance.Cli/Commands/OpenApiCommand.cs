using System.CommandLine;
using System.Text;
using OcpConformance.Cli.Export;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Contract;

namespace OcpConformance.Cli.Commands;

/// <summary><c>openapi</c>: exports the contract.</summary>
internal sealed class OpenApiCommand : Command, IHasExamples
{
    private readonly ContractOption contract;
    private readonly OutputOption output = new();

    /// <summary>Makes the command.</summary>
    /// <param name="context">What it has around it.</param>
    public OpenApiCommand(CommandContext context)
        : base("openapi", "Exports the contract as one OpenAPI 3.0.3 document in JSON.")
    {
        contract = new ContractOption(context);
        Add(contract);
        Add(output);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("openapi > ocp.openapi.json", "the contract that the suite judges by"),
        ("openapi --contract /path/to/contract --output ocp.openapi.json", "another contract, to a file"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var document = OpenApiExport.Text(contract.Load(parsed), SuiteVersion.Text);
        await output.WriteAsync(parsed, Encoding.UTF8.GetBytes(document), cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
