using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
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
/// <param name="progress">Where is noted how far the run is; null where nobody looks.</param>
public sealed class ConformanceRun(
    ContractCatalog whole, RunSettings settings, RunTarget target, TimeProvider clock, string? ledger = null, RunProgress? progress = null)
{
    private const int RunIdLength = 10;

    // The mock shows nothing that other runs created, so that names need not differ from run to run.
    private readonly string run = target.Kind == TargetKind.Mock ? TargetKind.Mock : Guid.NewGuid().ToString("N")[..RunIdLength];

    private readonly RunProgress progress = progress ?? new RunProgress();

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">The exchanges, in the order in which they are sent as far as they may be sent together; their positions say in which they are reported.</param>
    /// <param name="cancellationToken">Gives the run up: what was not sent is blocked, what was created is deleted, and the conclusion says so.</param>
    /// <exception cref="ArgumentException">Two exchanges have the same id.</exception>
    /// <exception cref="OperationCanceledException">The run was given up before it had made contact.</exception>
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
        progress.Watch(client.Throttle);
        var contact = new FirstContact(whole, settings, target, client, clock);
        var stop = await contact.MakeAsync(cancellationToken).ConfigureAwait(false);
        var own = new List<(string Id, WireRecord Record)>();
        var reported = stop is null ? await ReportedAsync(client, own, cancellationToken).ConfigureAwait(false) : null;
        var scope = RunScope.For(whole, settings.Version, reported, settings.Edition);
        var judging = new RunJudge(scope, settings, target, progress);
        var covered = judging.Cover(plan);

        // A target may lack what its release is only assumed to have; of a release that is not known it may lack anything.
        var mayLack = target.Kind != TargetKind.Mock && (scope.Release.Version is null || covered.Any(planned => planned.Operation.Source.Assumed));
        var unknownPathAnswer = stop is null && mayLack
            ? await AskAsync(client, RunTarget.UnknownPathId, whole.UnknownPath, own, cancellationToken).ConfigureAwait(false)
            : null;

        progress.Planned = covered.Count;
        progress.Phase = RunPhase.Sending;
        IReadOnlyList<SentExchange> sent;
        if (stop is null)
        {
            var finder = new ResourceFinder(whole, settings.ResourceValues, client, target.Credentials, clock);
            var sender = new ExchangeSender(client, whole, finder, target, settings.Parallel, clock) { Arrived = judging.Take };
            var parts = covered.ToLookup(planned => planned.Scenario.Kind is ScenarioKind.Lifecycle or ScenarioKind.WrongCredentials ? planned.Scenario.Kind : ScenarioKind.Nominal);
            sent =
            [
                .. await sender.SendAsync([.. parts[ScenarioKind.Nominal]], cancellationToken).ConfigureAwait(false),
                .. await new LifecycleRunner(scope.Contract.Lifecycles, sender, run, book).SendAsync([.. parts[ScenarioKind.Lifecycle]], cancellationToken).ConfigureAwait(false),

                // They come last, because they could lock the user.
                .. await new RefusedCallers(sender, target, contact).SendAsync([.. parts[ScenarioKind.WrongCredentials]], cancellationToken).ConfigureAwait(false),
            ];
            own.AddRange(finder.Lookups);
            stop = client.Logins.Stopped is { } reason && sent.Any(entry => entry.BlockedReason?.Tells(reason) == true) ? Message.Of("then", reason, Message.Of("see-what-locks")) : null;
            stop ??= cancellationToken.IsCancellationRequested ? Message.Of("interrupted") : null;
        }
        else
        {
            sent = [.. covered.Select(planned => new SentExchange(planned, null, stop))];
        }

        progress.Phase = RunPhase.Concluding;
        return judging.Finish([.. sent.OrderBy(entry => entry.Planned.Position)], [.. contact.Exchanges, .. own], [], unknownPathAnswer, stop, startedAt, clock.GetElapsedTime(start), client.Throttle);
    }

    // The mock answers for whatever the contract holds, so it has no version of its own.
    private async Task<Version?> ReportedAsync(TargetClient client, List<(string Id, WireRecord Record)> own, CancellationToken cancellationToken)
    {
        if (settings.Version is not null || target.Kind == TargetKind.Mock || whole.VersionPath is not { } path)
        {
            return null;
        }

        return ReportedVersion.In(whole, await AskAsync(client, "version", path, own, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ExchangeAnswer?> AskAsync(TargetClient client, string id, string path, List<(string Id, WireRecord Record)> own, CancellationToken cancellationToken)
    {
        try
        {
            var record = await client.SendAsync(OwnRequest.Of(whole, path, target.Credentials), cancellationToken).ConfigureAwait(false);
            own.Add((id, record));
            return record.Answer;
        }
        catch (SafetyException)
        {
            // Nothing more is asked, and the conclusion says why.
            return null;
        }
    }
}
