using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Cli.Commands;

/// <summary><c>judge</c>: judges recorded traffic.</summary>
internal sealed class JudgeCommand : Command, IHasExamples
{
    // The recording takes the place of a server, so what names a server or how to talk to it does not matter.
    private static readonly string[] OfServers =
    [
        SettingNames.BaseUrl, SettingNames.Auth, SettingNames.AccessKeyId, SettingNames.AccessKeySecret, SettingNames.UserName, SettingNames.Password,
        SettingNames.MockFault, SettingNames.TlsCa, SettingNames.TlsInsecure, SettingNames.Bundle, SettingNames.BundleKey,
    ];

    private readonly CommandContext context;
    private readonly ContractOption contract;
    private readonly Argument<string> traffic = new("HAR") { Description = "The recording, as browsers and proxies write it: HAR 1.2 with the content of answers" };
    private readonly SettingOption[] settings =
    [
        new(SettingNames.Level),
        new(SettingNames.Version),
        new(SettingNames.Edition),
        new(SettingNames.Select),
        new(SettingNames.Waivers),
        new(SettingNames.Baseline),
        new(SettingNames.MinExercised),
        new(SettingNames.ClockTolerance),
        new(SettingNames.DurationTolerance),
        new(SettingNames.Results, "--output"),
    ];

    public JudgeCommand(CommandContext context)
        : base("judge", "Judges the answers in a HAR file: prints the conclusion and every violation.")
    {
        this.context = context;
        contract = new ContractOption(context);
        Add(traffic);
        foreach (var setting in settings)
        {
            Add(setting);
        }

        Add(contract);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("judge traffic.har", "everything that was recorded"),
        ("judge traffic.har --version 4.2.2 --level should --select 'backup/*' --output results", "the backup operations of a release, strictly, with all result files"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(traffic)!;
        var loaded = contract.Load(parsed);
        var read = Settings(parsed, loaded, file);
        var outcome = await new Progress(context).OfAsync(
            $"Judging {file}",
            () => new RecordedRun(loaded, read, context.Clock).Execute(RecordedTraffic.Read(loaded, file, read.Select)),
            cancellationToken).ConfigureAwait(false);
        Print(outcome.Result);
        if (read.Results is { } folder)
        {
            OutputFolder.Write(settings[^1].Name, folder, outcome.Result, outcome.Comparison);
            context.Output.WriteLine($"Results: {Path.GetFullPath(folder)}");
        }

        return ExitCode.Of(outcome.Result.Conclusion);
    }

    private RunSettings Settings(ParseResult parsed, ContractCatalog loaded, string file)
    {
        var given = new GivenSettings(parsed, settings);
        var recording = KeyValuePair.Create(SettingNames.Replay, file);
        var environment = context.Environment.Where(pair => !OfServers.Contains(pair.Key) && pair.Key != SettingNames.Replay).Append(recording);
        try
        {
            return SettingsReader.Read(given.Over(environment), loaded, context.Clock);
        }
        catch (SettingsException exception)
        {
            throw new InputException(given.AsWritten(GivenSettings.AsWritten(exception.Message, SettingNames.Replay, traffic.Name)));
        }
    }

    private void Print(ResultDocument result)
    {
        context.Output.Write(ViolationText.Of(result));
        if (result.UnmatchedEntries is { Count: > 0 } unmatched)
        {
            context.Output.WriteLine($"Entries of no documented operation: {unmatched.Count}, the first is {unmatched[0]}");
        }

        context.Output.WriteLine(ConclusionText.Of(result));
    }
}
