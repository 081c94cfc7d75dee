using System.Collections.Concurrent;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Sending;
using OcpConformance.Transport.Throttling;

namespace OcpConformance.Engine.Results;

/// <summary>Judges what was sent or recorded, draws the conclusion and makes the result.</summary>
/// <param name="scope">What the run covers.</param>
/// <param name="settings">The settings.</param>
/// <param name="target">The target.</param>
/// <param name="progress">Where is noted what was judged.</param>
internal sealed class RunJudge(RunScope scope, RunSettings settings, RunTarget target, RunProgress progress)
{
    private readonly ApplicableRequirements applicable = new(scope.Contract);
    private readonly Judge alone = new(scope.Contract, settings.Judging, RunFacts.None);
    private readonly ConcurrentDictionary<Exchange, Judgement> early = new(ReferenceEqualityComparer.Instance);

    /// <summary>The part of a plan that the scope covers, with the operations of the scope's release.</summary>
    public IReadOnlyList<PlannedExchange> Cover(IReadOnlyList<PlannedExchange> plan)
    {
        var operations = scope.Contract.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        return
        [
            .. plan.Where(planned => operations.ContainsKey(planned.Operation.Id))
                .Select(planned => planned with { Operation = operations[planned.Operation.Id] })
                .Where(planned => !LacksWhatIsNotRequired(planned)),
        ];
    }

    /// <summary>Judges what arrived as far as it can be judged by itself, so that this need not be done at the end.</summary>
    /// <param name="attempts">What became of an exchange of the plan; an attempt that was throttled comes before it.</param>
    public void Take(IReadOnlyList<SentExchange> attempts)
    {
        var violated = 0;
        foreach (var exchange in attempts.Select(attempt => attempt.Exchange).OfType<Exchange>())
        {
            var judgement = alone.Examine(exchange);
            early[exchange] = judgement;
            violated += judgement.Verdicts.Count(verdict => verdict.Kind == VerdictKind.Violates);
        }

        progress.Finish(violated);
    }

    /// <summary>Brings a run to its end.</summary>
    /// <param name="sent">What was sent or recorded, in order.</param>
    /// <param name="own">What the run asked for itself.</param>
    /// <param name="unmatched">Recorded entries that belong to no operation.</param>
    /// <param name="unknownPathAnswer">How the target answers a path that no operation has; null where that is not known.</param>
    /// <param name="stop">Why sending stopped, or was not begun; null where neither.</param>
    /// <param name="startedAt">When the run began.</param>
    /// <param name="elapsed">How long it took so far.</param>
    /// <param name="throttle">What held requests back; null where none were sent.</param>
    public RunOutcome Finish(
        IReadOnlyList<SentExchange> sent,
        IReadOnlyList<(string Id, WireRecord Record)> own,
        IReadOnlyList<string> unmatched,
        ExchangeAnswer? unknownPathAnswer,
        Message? stop,
        DateTimeOffset startedAt,
        TimeSpan elapsed,
        RequestThrottle? throttle = null)
    {
        var redactor = RunSecrets.Redactor(scope.Contract, target, sent, own);
        var outcomes = JudgeAll(sent, unknownPathAnswer, redactor);
        var waivers = WaiverUse.Of(settings.Waivers, outcomes, target, scope.Release, () => [.. applicable.All().Select(requirement => requirement.Id)]);
        var judged = new ResultBuilder(scope, settings, target, redactor, waivers).Build(outcomes, own, unmatched, stop, startedAt, elapsed);
        var result = judged with { Throttling = ThrottlingBuilder.Build(throttle) };
        if (settings.Baseline is not { } baseline)
        {
            return new RunOutcome(outcomes, scope.LeftOut, result);
        }

        // An earlier run says what is new and decides nothing, so that no red run turns green by it.
        var comparison = ResultComparison.Of(baseline, result);
        var reason = Message.Sentences([result.Conclusion.Reason, comparison.Sentence]);
        return new RunOutcome(outcomes, scope.LeftOut, result with { Conclusion = result.Conclusion with { Reason = reason } }) { Comparison = comparison };
    }

    // A plan is made before the release of the target is known, and a later release may require more of a body.
    private bool LacksWhatIsNotRequired(PlannedExchange planned) =>
        planned.Scenario.Kind == ScenarioKind.MissingMember
        && !RequestBodies.RequiredMembers(scope.Contract, planned.Operation).Contains(planned.Scenario.Detail, StringComparer.Ordinal);

    private ExchangeOutcome[] JudgeAll(IReadOnlyList<SentExchange> sent, ExchangeAnswer? unknownPathAnswer, Redactor redactor)
    {
        var unknownPaths = target.Kind == TargetKind.Mock ? null : new UnknownPaths(unknownPathAnswer, scope.Release.Version is not null);
        var judge = new Judge(scope.Contract, settings.Judging with { UnknownPaths = unknownPaths }, sent.Select(entry => entry.Exchange).OfType<Exchange>());
        var outcomes = new ExchangeOutcome[sent.Count];
        Parallel.For(0, sent.Count, index => outcomes[index] = JudgeOne(judge, sent[index], redactor));
        return outcomes;
    }

    private ExchangeOutcome JudgeOne(Judge judge, SentExchange sent, Redactor redactor)
    {
        if (sent.Exchange is { } exchange)
        {
            var judgement = judge.Complete(early.TryGetValue(exchange, out var before) ? before : alone.Examine(exchange));
            return new ExchangeOutcome(sent.Planned, exchange, judgement.Verdicts.Select(verdict => Redact(verdict, redactor)).ToArray(), null, judgement);
        }

        var reason = sent.BlockedReason!.Select(redactor.Redact);
        var blocked = applicable.Of(sent.Planned.Operation, sent.Planned.Scenario)
            .Select(requirement => new Verdict(requirement, VerdictKind.Blocked, reason, [], 0));
        return new ExchangeOutcome(sent.Planned, null, [.. blocked], reason, null);
    }

    private static Verdict Redact(Verdict verdict, Redactor redactor) =>
        verdict.Kind == VerdictKind.Conforms || (verdict.Findings.Count == 0 && ReferenceEquals(verdict.Reason?.Select(redactor.Redact), verdict.Reason)) ? verdict
        : verdict with
        {
            Reason = verdict.Reason?.Select(redactor.Redact),
            Findings = [.. verdict.Findings.Select(finding => finding with { Place = redactor.Redact(finding.Place), Actual = redactor.Redact(finding.Place, finding.Actual) })],
        };
}
