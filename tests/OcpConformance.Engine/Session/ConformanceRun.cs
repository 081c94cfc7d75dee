using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Session;

/// <summary>Sends the planned exchanges to a server, each once, judges them, and draws the conclusion.</summary>
/// <param name="whole">The whole contract.</param>
/// <param name="settings">The settings.</param>
/// <param name="target">The target.</param>
/// <param name="clock">The time.</param>
/// <param name="ledger">File that what may change a live target is noted in; null where nothing may.</param>
public sealed class ConformanceRun(ContractCatalog whole, RunSettings settings, RunTarget target, TimeProvider clock, string? ledger = null)
{
    private const int RunIdLength = 10;

    // The mock shows nothing that other runs created, so that names need not differ from run to run.
    private readonly string run = target.Kind == TargetKind.Mock ? TargetKind.Mock : Guid.NewGuid().ToString("N")[..RunIdLength];

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">The exchanges, in the order in which they are sent as far as they may be sent together; their positions say in which they are reported.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="ArgumentException">Two exchanges have the same id.</exception>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<RunOutcome> ExecuteAsync(IReadOnlyList<PlannedExchange> plan, CancellationToken cancellationToken)
    {
        if (plan.GroupBy(planned => planned.Id, StringComparer.Ordinal).FirstOrDefault(exchanges => exchanges.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"Each exchange is sent once, but the plan has {twice.Key} twice.", nameof(plan));
        }

        var startedAt = clock.GetLocalNow();
        var start = clock.GetTimestamp();
        var book = ledger is not null && target.Kind != TargetKind.Mock ? new WriteLedger(ledger, run, RunSecrets.Redactor(whole, target), clock) : null;
        using var client = new TargetClient(TargetSettings.Options(settings, target, settings.Effects, book), clock);
        var own = new List<(string Id, WireRecord Record)> { ("probe", await AskAsync(client, whole.ProbePath, cancellationToken).ConfigureAwait(false)) };
        var unreachable = own[0].Record.Failure?.Message;
        var reported = unreachable is null ? await ReportedAsync(client, own, cancellationToken).ConfigureAwait(false) : null;
        var scope = RunScope.For(whole, settings.Version, reported, settings.Edition);
        var judging = new RunJudge(scope, settings, target);
        var unknownPathAnswer = unreachable is null && scope.Release.Version is null && target.Kind != TargetKind.Mock
            ? await UnknownPathAsync(client, own, cancellationToken).ConfigureAwait(false)
            : null;
        var covered = judging.Cover(plan);

        IReadOnlyList<SentExchange> sent;
        if (unreachable is null)
        {
            var finder = new ResourceFinder(whole, settings.ResourceValues, client, target.Credentials, clock);
            var sender = new ExchangeSender(client, whole, finder, target, settings.Parallel, clock);
            var lives = covered.Where(IsLife).ToList();
            sent =
            [
                .. await sender.SendAsync([.. covered.Where(planned => !IsLife(planned))], cancellationToken).ConfigureAwait(false),
                .. await new LifecycleRunner(scope.Contract.Lifecycles, sender, run, book).SendAsync(lives, cancellationToken).ConfigureAwait(false),
            ];
            own.AddRange(finder.Lookups);
        }
        else
        {
            sent = [.. covered.Select(planned => new SentExchange(planned, null, $"the target cannot be reached: {unreachable}"))];
        }

        return judging.Finish([.. sent.OrderBy(entry => entry.Planned.Position)], own, [], unknownPathAnswer, unreachable, startedAt, clock.GetElapsedTime(start), client.Throttle);
    }

    private static bool IsLife(PlannedExchange planned) => planned.Scenario.Kind == ScenarioKind.Lifecycle;

    // The mock answers for whatever the contract holds, so it has no version of its own.
    private async Task<Version?> ReportedAsync(TargetClient client, List<(string Id, WireRecord Record)> own, CancellationToken cancellationToken)
    {
        if (settings.Version is not null || target.Kind == TargetKind.Mock || whole.VersionPath is not { } path)
        {
            return null;
        }

        var record = await AskAsync(client, path, cancellationToken).ConfigureAwait(false);
        own.Add(("version", record));
        return ReportedVersion.In(whole, record.Answer);
    }

    private async Task<ExchangeAnswer?> UnknownPathAsync(TargetClient client, List<(string Id, WireRecord Record)> own, CancellationToken cancellationToken)
    {
        var record = await AskAsync(client, whole.UnknownPath, cancellationToken).ConfigureAwait(false);
        own.Add((RunTarget.UnknownPathId, record));
        return record.Answer;
    }

    private Task<WireRecord> AskAsync(TargetClient client, string path, CancellationToken cancellationToken) =>
        client.SendAsync(new OutgoingRequest("GET", path, Effect.Read, target.Credentials), cancellationToken);
}
