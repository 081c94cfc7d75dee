using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Running;

/// <summary>Judges what was sent or recorded, draws the conclusion and makes the result.</summary>
/// <param name="scope">What the run covers.</param>
/// <param name="settings">The settings.</param>
/// <param name="target">The target.</param>
internal sealed class RunJudging(RunScope scope, RunSettings settings, RunTarget target)
{
    private readonly ApplicableRequirements applicable = new(scope.Contract);
    private readonly Redactor redactor = new(target.Credentials.Secrets);

    /// <summary>The part of a plan that the scope covers, with the operations of the scope's release.</summary>
    public IReadOnlyList<PlannedExchange> Cover(IReadOnlyList<PlannedExchange> plan)
    {
        var operations = scope.Contract.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        return [.. plan.Where(planned => operations.ContainsKey(planned.Operation.Id)).Select(planned => planned with { Operation = operations[planned.Operation.Id] })];
    }

    /// <summary>Brings a run to its end.</summary>
    /// <param name="sent">What was sent or recorded, in order.</param>
    /// <param name="own">What the run asked for itself.</param>
    /// <param name="unmatched">Recorded entries that belong to no operation.</param>
    /// <param name="unknownPathAnswer">How a target of unknown release answers a path that no operation has; null otherwise.</param>
    /// <param name="unreachable">Why the target cannot be reached; null where it can.</param>
    /// <param name="startedAt">When the run began.</param>
    /// <param name="elapsed">How long it took so far.</param>
    public RunOutcome Finish(
        IReadOnlyList<SentExchange> sent,
        IReadOnlyList<(string Id, WireRecord Record)> own,
        IReadOnlyList<string> unmatched,
        ExchangeAnswer? unknownPathAnswer,
        string? unreachable,
        DateTimeOffset startedAt,
        TimeSpan elapsed)
    {
        var outcomes = JudgeAll(sent, unknownPathAnswer);
        var (conclusion, result) = new ResultBuilder(scope, settings, target, redactor).Build(outcomes, own, unmatched, unreachable, startedAt, elapsed);
        return new RunOutcome(conclusion, outcomes, scope.LeftOut, result);
    }

    private ExchangeOutcome[] JudgeAll(IReadOnlyList<SentExchange> sent, ExchangeAnswer? unknownPathAnswer)
    {
        var judge = new Judge(scope.Contract, settings.Judging with { UnknownPathAnswer = unknownPathAnswer }, sent.Select(entry => entry.Exchange).OfType<Exchange>());
        var outcomes = new ExchangeOutcome[sent.Count];
        Parallel.For(0, sent.Count, index => outcomes[index] = JudgeOne(judge, sent[index]));
        return outcomes;
    }

    private ExchangeOutcome JudgeOne(Judge judge, SentExchange sent)
    {
        if (sent.Exchange is { } exchange)
        {
            var judgement = judge.Examine(exchange);
            return new ExchangeOutcome(sent.Planned, exchange, [.. judgement.Verdicts.Select(Redact)], null, judgement);
        }

        var reason = redactor.Redact(sent.BlockedReason!);
        var blocked = applicable.Of(sent.Planned.Operation, sent.Planned.Scenario)
            .Select(requirement => new Verdict(requirement, VerdictKind.Blocked, reason, [], 0));
        return new ExchangeOutcome(sent.Planned, null, [.. blocked], reason, null);
    }

    private Verdict Redact(Verdict verdict) => verdict.Kind == VerdictKind.Conforms ? verdict : verdict with
    {
        Reason = redactor.Redact(verdict.Reason),
        Findings = [.. verdict.Findings.Select(finding => finding with { Actual = redactor.Redact(finding.Actual) })],
    };
}
