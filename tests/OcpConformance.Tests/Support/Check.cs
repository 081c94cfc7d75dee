using System.Diagnostics;
using FluentAssertions.Execution;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Concluding;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Tests.Support;

/// <summary>Hands the verdicts of an exchange to NUnit.</summary>
[StackTraceHidden]
internal static class Check
{
    /// <summary>
    /// Fails where the run is not conformant, once in a run: in the gate, or in the first test where a filter leaves the gate
    /// out. Thereby no filter makes a run green that its result calls otherwise.
    /// </summary>
    /// <param name="gate">Whether it is the gate that asks.</param>
    public static void Concludes(bool gate = false)
    {
        if (Suite.Session.TakeConclusion() is { Outcome: not ConclusionKind.Conformant } conclusion)
        {
            List<string> names = [.. Suite.Session.Outcome?.Result.Requirements.Where(requirement => requirement.Verdict == VerdictKind.Violates && Counts(requirement.Level, Suite.Session.Outcome.Result)).Select(requirement => requirement.Id) ?? []];
            Fail([
                ConclusionText.Of(conclusion.Outcome, conclusion.Reason)
                + (names.Count == 0 ? string.Empty : $"{Environment.NewLine}Violated: {NameList.First(names)}")
                + (gate ? string.Empty : $"{Environment.NewLine}A filter leaves out the test that says so, and therefore this one does."),
            ]);
        }
    }

    /// <summary>
    /// Fails where a requirement is violated at a level that counts, warns where one is violated below it or the violation is
    /// waived, and ignores with the reason where none was exercised.
    /// </summary>
    /// <param name="subject">Id of an exchange; or that of an operation, for its exchanges that do not stand alone.</param>
    /// <param name="kind">The kind of requirements that is looked at.</param>
    public static void Holds(string subject, CheckKind kind)
    {
        Concludes();
        if (Suite.Session.Outcome is not { Result: var result })
        {
            Assert.Ignore("Blocked: there was no run; the gate says why.");
            return;
        }

        var judged = Judged(subject, kind);
        if (judged.Count == 0)
        {
            Assert.Ignore("Left out: the release does not have the operation, or does not require the member that the request lacks.");
            return;
        }

        var verdicts = judged
            .SelectMany(outcome => outcome.Verdicts, (outcome, verdict) => (Verdict: verdict, outcome.Planned))
            .Where(entry => ReportedKinds.Of(entry.Verdict.Requirement, entry.Planned.Scenario) == kind)
            .ToList();
        var violations = verdicts.Where(entry => entry.Verdict.Kind == VerdictKind.Violates).ToLookup(entry => Counts(entry.Verdict.Requirement, result));
        Fail([.. violations[true].Select(entry => $"Violated: {Describe(entry.Verdict, entry.Planned.Id, result)}")]);
        if (violations[false].Any())
        {
            Assert.Warn(string.Join(Environment.NewLine, violations[false].Select(entry => Describe(entry.Verdict, entry.Planned.Id, result))));
        }

        if (verdicts.Count == 0)
        {
            Assert.Ignore("Left out: the release documents nothing of this kind about the answer.");
        }

        if (verdicts.TrueForAll(entry => entry.Verdict.Kind is VerdictKind.Blocked or VerdictKind.NotExercised))
        {
            var reason = verdicts.Select(entry => entry.Verdict).MinBy(verdict => verdict.Kind != VerdictKind.Blocked)!;
            Assert.Ignore($"{(reason.Kind == VerdictKind.Blocked ? "Blocked" : "Not exercised")}: {reason.Reason}");
        }
    }

    /// <summary>Fails with a text and nothing else.</summary>
    /// <param name="failures">What is wrong; nothing happens where it is empty.</param>
    public static void Fail(IReadOnlyCollection<string> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        // FluentAssertions would read the braces of JSON as places for arguments, and NUnit keeps its frames out of the trace.
        using var scope = new AssertionScope();
        Execute.Assertion
            .ForCondition(false)
            .FailWith(string.Join($"{Environment.NewLine}{Environment.NewLine}", failures).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        if (scope.Discard() is [var message, ..])
        {
            Assert.Fail(message);
        }
    }

    private static List<ExchangeOutcome> Judged(string subject, CheckKind kind) => Suite.Session.Exchanges.TryGetValue(subject, out var exchange)
        ? [exchange]
        : [
            .. Suite.Session.Plan.Where(planned => planned.Operation.Id == subject && !ReportedKinds.StandAlone(planned.Scenario, kind))
                .Select(planned => Suite.Session.Exchanges.GetValueOrDefault(planned.Id)).OfType<ExchangeOutcome>(),
        ];

    private static bool Counts(Requirement requirement, ResultDocument result) =>
        Counts(requirement.Level, result) && Find(requirement, result).Waiver is null;

    private static bool Counts(Level level, ResultDocument result) => level == Level.Must || result.Conclusion.Level == Level.Should;

    private static RequirementResult Find(Requirement requirement, ResultDocument result) =>
        result.Requirements.First(candidate => candidate.Id == requirement.Id);

    private static string Describe(Verdict verdict, string exchange, ResultDocument result)
    {
        var requirement = Find(verdict.Requirement, result);
        return FailureText.Of(requirement, requirement.Evidence.First(evidence => evidence.Exchange == exchange), result.Exchanges.First(candidate => candidate.Id == exchange));
    }
}
