using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Engine.Cleanup;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;

namespace OcpConformance.Cli.Commands;

/// <summary><c>cleanup</c>: deletes what a run left behind.</summary>
internal sealed class CleanupCommand : Command, IHasExamples
{
    private readonly CommandContext context;
    private readonly ContractOption contract;
    private readonly Argument<string> ledger = new("LEDGER") { Description = "The ledger.jsonl in the results of the run" };
    private readonly SettingOption baseUrl = new(SettingNames.BaseUrl);
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Says what would be deleted, and deletes nothing" };

    public CleanupCommand(CommandContext context)
        : base("cleanup", $"Deletes what a run on a live target created and did not delete: only what its ledger holds. Exit code {ExitCode.Done}: nothing is left; {ExitCode.Refused}: something is; {ExitCode.WrongInput}: wrong input.")
    {
        this.context = context;
        contract = new ContractOption(context);
        Add(ledger);
        Add(baseUrl);
        Add(dryRun);
        Add(contract);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("cleanup results/ledger.jsonl --base-url https://ocp.example.com:8080 --dry-run", "what is left; OCP_USERNAME and OCP_PASSWORD hold the credentials"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var loaded = contract.Load(parsed);
        var settings = SettingsReader.Read(new GivenSettings(parsed, [baseUrl]).Over(context.Environment), loaded, context.Clock);
        if (settings.BaseUrl is null)
        {
            throw new InputException(baseUrl.Name, "no target is named", "Write the address of the OCP that the run was made with");
        }

        var cleaned = await new LedgerCleanup(loaded, settings, RunTarget.OfSettings(settings), parsed.GetValue(ledger)!, context.Clock)
            .ExecuteAsync(parsed.GetValue(dryRun), cancellationToken).ConfigureAwait(false);
        foreach (var one in cleaned)
        {
            await context.Output.WriteLineAsync($"{one.Title}: {one.What}").ConfigureAwait(false);
        }

        await context.Output.WriteLineAsync(cleaned.Any(one => one.Left) ? $"{cleaned.Count(one => one.Left)} may still be there." : "Nothing is left.").ConfigureAwait(false);
        return cleaned.Any(one => one.Left) ? ExitCode.Refused : ExitCode.Done;
    }
}
