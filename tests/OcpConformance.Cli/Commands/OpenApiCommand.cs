using System.CommandLine;
using System.Text;
using OcpConformance.Contract;
using OcpConformance.Contract.Export;

namespace OcpConformance.Cli.Commands;

/// <summary><c>openapi</c>: exports the contract.</summary>
internal sealed class OpenApiCommand : Command, IHasExamples
{
    private readonly ContractOption contract = new();
    private readonly Option<string?> output = new("--output")
    {
        Description = "The file to write; default the standard output",
        HelpName = "FILE",
    };

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
        if (parsed.GetValue(output) is not { } file)
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(document).ConfigureAwait(false);
            return Application.Done;
        }

        try
        {
            await File.WriteAllTextAsync(file, document, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
            return Application.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{output.Name} {file}", exception.Message.TrimEnd('.'), "Name a file in a folder that exists and can be written");
        }
    }
}
