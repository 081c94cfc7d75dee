using System.CommandLine;
using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
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
        var given = new GivenSettings(parsed, settings);
        var session = RunSession.Prepare(new RunFront(given.Over(context.Environment), () => new EmbeddedMock())
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
            throw new InputException(given.AsWritten(problem.Text));
        }

        if (session.Outcome is { } outcome)
        {
            await context.Output.WriteAsync(ViolationText.Of(outcome.Result)).ConfigureAwait(false);
        }

        await context.Output.WriteLineAsync(ConclusionText.Of(session.Conclusion.Outcome, session.Conclusion.Reason)).ConfigureAwait(false);
        await context.Output.WriteLineAsync($"Results: {session.Folder}").ConfigureAwait(false);
        return ExitCode.Of(session.Conclusion.Outcome);
    }

    private int Describe(RunSession session, GivenSettings given)
    {
        if (session.Problem is { } problem)
        {
            throw new InputException(given.AsWritten(problem.Text));
        }

        context.Output.Write(PlanText.Of(session.Plan));
        return ExitCode.Done;
    }
}
