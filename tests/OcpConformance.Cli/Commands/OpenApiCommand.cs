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
    private readonly ContractOption contract = new();
    private readonly OutputOption output = new();

    public OpenApiCommand()
        : base("openapi", "Exports the contract as one OpenAPI 3.0.3 document in JSON.")
    {
        Add(contract);
        Add(output);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("openapi > ocp.openapi.json", "the contract of this repository"),
        ("openapi --contract /path/to/contract --output ocp.openapi.json", "another contract, to a file"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var document = OpenApiExport.Text(contract.Load(parsed), SuiteVersion.Text);
        await output.WriteAsync(parsed, Encoding.UTF8.GetBytes(document), cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
