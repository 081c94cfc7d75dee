using System.CommandLine;
using OcpConformance.Engine.Cleanup;
using OcpConformance.Engine.Running;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Cli.Commands;

/// <summary><c>cleanup</c>: deletes what a run left behind.</summary>
internal sealed class CleanupCommand : Command, IHasExamples
{
    private readonly Surroundings surroundings;
    private readonly ContractOption contract = new();
    private readonly Argument<string> ledger = new("LEDGER") { Description = "The ledger.jsonl in the results of the run" };
    private readonly SettingOption baseUrl = new(SettingNames.BaseUrl);
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Says what would be deleted, and deletes nothing" };

    public CleanupCommand(Surroundings surroundings)
        : base("cleanup", $"Deletes what a run on a live target created and did not delete: only what its ledger holds. Exit code {Application.Done}: nothing is left; {Application.Refused}: something is; {Application.WrongInput}: wrong input.")
    {
        this.surroundings = surroundings;
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
        var loaded = contract.Load(parsed, surroundings.Environment.GetValueOrDefault(SettingNames.Contract));
        var values = surroundings.Environment.ToDictionary(StringComparer.Ordinal);
        if (parsed.GetValue(baseUrl) is { } address)
        {
            values[SettingNames.BaseUrl] = address;
        }

        var settings = SettingsReader.Read(new SettingSource(values, new Dictionary<string, string>()), loaded, surroundings.Clock);
        if (settings.BaseUrl is null)
        {
            throw new InputException(baseUrl.Name, "no target is named", "Write the address of the OCP that the run was made with");
        }

        var cleaned = await new LedgerCleanup(loaded, settings, RunTarget.OfSettings(settings), parsed.GetValue(ledger)!, surroundings.Clock)
            .ExecuteAsync(parsed.GetValue(dryRun), cancellationToken).ConfigureAwait(false);
        foreach (var one in cleaned)
        {
            await surroundings.Output.WriteLineAsync($"{one.Title}: {one.What}").ConfigureAwait(false);
        }

        await surroundings.Output.WriteLineAsync(cleaned.Any(one => one.Left) ? $"{cleaned.Count(one => one.Left)} may still be there." : "Nothing is left.").ConfigureAwait(false);
        return cleaned.Any(one => one.Left) ? Application.Refused : Application.Done;
    }
}
