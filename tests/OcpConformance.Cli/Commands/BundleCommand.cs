using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli.Commands;

/// <summary><c>bundle</c>: packs a result for whoever accepts it.</summary>
internal sealed class BundleCommand : Command, IHasExamples
{
    private readonly CommandContext context;
    private readonly OutputOption output = new() { Description = "The zip file to write", Required = true };
    private readonly Argument<string> folder = new("FOLDER") { Description = $"The folder of the results, with {Vocabulary.ResultFile}; the reports are made of it anew" };
    private readonly Option<string?> key = new("--key") { Description = "PEM file with the private key that signs: ECDSA P-256", HelpName = "FILE" };
    private readonly Option<string?> waivers = new("--waivers") { Description = "The file of waivers that the run used", HelpName = "FILE" };

    public BundleCommand(CommandContext context)
        : base("bundle", "Packs a result with its reports, waivers, digests and an in-toto statement into one zip file.")
    {
        this.context = context;
        Add(folder);
        Add(output);
        Add(key);
        Add(waivers);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("bundle results --output acceptance.zip", "a bundle with digests only"),
        ("bundle results --output acceptance.zip --key private.pem", "a signed one"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = Path.Combine(parsed.GetValue(folder)!, Vocabulary.ResultFile);
        using var signer = parsed.GetValue(key) is { } pem ? BundleKey.Private(InputFile.Text(key.Name, pem), pem) : null;
        var waived = parsed.GetValue(waivers) is { } path ? InputFile.Bytes(waivers.Name, path) : null;
        var bundle = await new Progress(context).OfAsync($"Packing {file}", () => Pack(file, waived, signer), cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(parsed, bundle, cancellationToken).ConfigureAwait(false);
        context.Output.WriteLine(signer is null ? $"{parsed.GetValue(output)} is not signed." : $"{parsed.GetValue(output)} is signed with the key {signer.KeyId}.");
        return ExitCode.Done;
    }

    private static byte[] Pack(string file, byte[]? waivers, BundleKey? key)
    {
        var json = ResultFile.Bytes(file);
        return AcceptanceBundle.Write(json, ResultJson.Read(json, file), waivers, key);
    }
}
