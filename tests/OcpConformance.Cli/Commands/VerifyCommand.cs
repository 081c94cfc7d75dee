using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;

namespace OcpConformance.Cli.Commands;

/// <summary><c>verify</c>: finds out whether a bundle is as it was packed, and who signed it.</summary>
internal sealed class VerifyCommand : Command, IHasExamples
{
    private readonly CommandContext context;
    private readonly Argument<string> bundle = new("BUNDLE") { Description = "The zip file" };
    private readonly Option<string?> key = new("--key") { Description = "PEM file with the public key of the signer: ECDSA P-256", HelpName = "FILE" };

    public VerifyCommand(CommandContext context)
        : base("verify", "Verifies a bundle without any network: every digest, and the signature where a key is given.")
    {
        this.context = context;
        Add(bundle);
        Add(key);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("verify acceptance.zip --key public.pem", "who signed it, and whether anything differs"),
        ("verify acceptance.zip", "only whether anything differs; nobody vouches for the digests"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(bundle)!;
        using var signer = parsed.GetValue(key) is { } pem ? BundleKey.Public(InputFile.Text(key.Name, pem), pem) : null;
        using var stream = InputFile.Open(bundle.Name, file);
        var verification = await new Progress(context).OfAsync($"Verifying {file}", () => BundleVerifier.Verify(stream, file, signer), cancellationToken).ConfigureAwait(false);
        foreach (var problem in verification.Problems)
        {
            context.Output.WriteLine(problem);
        }

        if (!verification.Verifies)
        {
            context.Output.WriteLine($"{file} does not verify.");
            return ExitCode.Refused;
        }

        context.Output.WriteLine($"{file}: {verification.Files} files are as they were packed.");
        context.Output.WriteLine(verification switch
        {
            { SignedBy: { } id } => $"The key {id} signed them.",
            { HasSignature: true } => $"Nobody vouches for them yet: the bundle is signed, and {key.Name} checks the signature.",
            _ => "Nobody vouches for them: the bundle is not signed.",
        });
        context.Output.WriteLine(ConclusionText.Of(verification.Result!));
        return ExitCode.Done;
    }
}
