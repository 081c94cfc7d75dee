using OcpConformance.Cli.Invocation;
using System.CommandLine;
using OcpConformance.Cli.Output;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Violations;

namespace OcpConformance.Cli.Commands;

/// <summary><c>run</c>: asks a server, or the embedded mock, and judges what it answers.</summary>
internal sealed class RunCommand : Command, IHasExamples
{
    /// <summary>Name of the command.</summary>
    public const string CommandName = "run";

    /// <summary>The folder for the results where nothing names one, in the folder that the run is started in.</summary>
    public const string DefaultFolder = "conformance-results";

    private readonly CommandContext context;
    private readonly SettingOption[] settings;
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Prints what would be sent, by operation, and sends nothing" };

    /// <summary>Makes the command.</summary>
    /// <param name="context">What it has around it.</param>
    /// <param name="ofResources">The settings that the contract adds.</param>
    public RunCommand(CommandContext context, IEnumerable<SettingDefinition> ofResources)
        : base(CommandName, "Asks an OCP, or the embedded mock, and judges what it answers: prints violations and the conclusion, and writes the result files.")
    {
        this.context = context;
        settings = [.. SettingTable.General.Concat(ofResources).DistinctBy(setting => setting.Name).Select(setting => new SettingOption(setting))];
        foreach (var setting in settings)
        {
            Add(setting);
        }

        Add(dryRun);
        SetAction(RunAsync);
    }

    public IReadOnlyList<(string Arguments, string Effect)> Examples { get; } =
    [
        ("run --results results", "the whole contract, against the embedded mock"),
        ("run --select 'backup/*' --dry-run", "what would be sent for the backup operations"),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var given = settings.Where(option => parsed.GetValue(option) is not null).ToDictionary(option => option.Setting, StringComparer.Ordinal);
        var values = context.Environment.ToDictionary(StringComparer.Ordinal);
        foreach (var option in given.Values)
        {
            values[option.Setting] = parsed.GetValue(option)!;
        }

        var session = RunSession.Prepare(new RunFront(new SettingSource(values, new Dictionary<string, string>()), () => new EmbeddedMock())
        {
            Environment = context.Environment,
            DefaultFolder = DefaultFolder,
            Clock = context.Clock,
            Contract = context.NearestContract,
        });
        if (parsed.GetValue(dryRun))
        {
            return Describe(session, given);
        }

        await new RunProgressView(context).WatchAsync(session.Progress, session.ExecuteAsync(cancellationToken)).ConfigureAwait(false);
        if (session.Problem is { IsInput: true } problem)
        {
            throw new InputException(AsWritten(problem.Text, given));
        }

        if (session.Outcome is { } outcome)
        {
            await context.Output.WriteAsync(ViolationText.Of(outcome.Result)).ConfigureAwait(false);
        }

        await context.Output.WriteLineAsync($"OCP conformance: {session.Conclusion.Outcome}. {session.Conclusion.Reason}").ConfigureAwait(false);
        await context.Output.WriteLineAsync($"Results: {session.Folder}").ConfigureAwait(false);
        return ExitCode.Of(session.Conclusion.Outcome);
    }

    private int Describe(RunSession session, Dictionary<string, SettingOption> given)
    {
        if (session.Problem is { } problem)
        {
            throw new InputException(AsWritten(problem.Text, given));
        }

        context.Output.Write(PlanText.Of(session.Plan));
        return ExitCode.Done;
    }

    // Named as the user wrote it.
    private static string AsWritten(string problem, Dictionary<string, SettingOption> given) =>
        given.Values.FirstOrDefault(option => problem.StartsWith($"Setting {option.Setting}:", StringComparison.Ordinal)) is { } option
            ? $"{option.Name}{problem[$"Setting {option.Setting}".Length..]}"
            : problem;
}
