using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Running;

/// <summary>Sends the planned exchanges, each once, judges them, and draws the conclusion.</summary>
/// <param name="contract">The contract.</param>
/// <param name="settings">The settings.</param>
/// <param name="target">The target.</param>
/// <param name="clock">The time.</param>
public sealed class ConformanceRun(ContractCatalog contract, RunSettings settings, RunTarget target, TimeProvider clock)
{
    private readonly Redactor redactor = new(target.Credentials.Secrets);

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">The exchanges, in the order in which they are reported.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<RunOutcome> ExecuteAsync(IReadOnlyList<PlannedExchange> plan, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetLocalNow();
        var start = clock.GetTimestamp();
        using var client = new TargetClient(TargetOptions(), clock);
        var finder = new ResourceFinder(contract, settings.ResourceValues, client, target.Credentials);
        var probe = await client.SendAsync(new OutgoingRequest("GET", contract.ProbePath, Effect.Read, target.Credentials), cancellationToken).ConfigureAwait(false);
        var sent = probe.Failure is { } failure
            ? [.. plan.Select(planned => new SentExchange(planned, null, $"the target cannot be reached: {failure.Message}"))]
            : await new ExchangeSender(client, finder, target, settings.Parallel).SendAsync(plan, cancellationToken).ConfigureAwait(false);

        var outcomes = JudgeAll(sent);
        var conclusion = Conclusion.Draw(outcomes, probe.Failure?.Message, settings.Level);
        var builder = new ResultBuilder(contract, settings, target, redactor);
        var result = builder.Build(outcomes, [("probe", probe), .. finder.Lookups], conclusion, startedAt, clock.GetElapsedTime(start));
        return new RunOutcome(conclusion, outcomes, result);
    }

    private TargetOptions TargetOptions() => new()
    {
        BaseUrl = target.BaseUrl,
        AllowedEffects = new HashSet<Effect> { Effect.Read },
        Guarded = target.Kind != RunTarget.Mock,
        ConnectTimeout = settings.ConnectTimeout,
        ExchangeTimeout = settings.Timeout,
        CertificateAuthorityFile = settings.TlsCa,
        InsecureTls = settings.TlsInsecure,
        Language = settings.Language,
    };

    private ExchangeOutcome[] JudgeAll(IReadOnlyList<SentExchange> sent)
    {
        var judge = new Judge(contract, settings.Judging, sent.Select(entry => entry.Exchange).OfType<Exchange>());
        var outcomes = new ExchangeOutcome[sent.Count];
        Parallel.For(0, sent.Count, index => outcomes[index] = JudgeOne(judge, sent[index]));
        return outcomes;
    }

    private ExchangeOutcome JudgeOne(Judge judge, SentExchange sent)
    {
        if (sent.Exchange is { } exchange)
        {
            var judgement = judge.Examine(exchange);
            return new ExchangeOutcome(sent.Planned, exchange, [.. judgement.Verdicts.Select(Redact)], judgement.UndocumentedMembers, null);
        }

        var reason = redactor.Redact(sent.BlockedReason!);
        var blocked = Judge.Applicable(contract, sent.Planned.Operation, sent.Planned.Scenario)
            .Select(requirement => new Verdict(requirement, VerdictKind.Blocked, reason, [], 0));
        return new ExchangeOutcome(sent.Planned, null, [.. blocked], [], reason);
    }

    private Verdict Redact(Verdict verdict) => verdict.Kind == VerdictKind.Conforms ? verdict : verdict with
    {
        Reason = redactor.Redact(verdict.Reason),
        Findings = [.. verdict.Findings.Select(finding => finding with { Actual = redactor.Redact(finding.Actual) })],
    };
}
