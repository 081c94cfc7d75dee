using System.Diagnostics;
using FluentAssertions.Execution;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
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
        if (Suite.Session.TakeConclusion() is { Outcome: not Vocabulary.Conformant } conclusion)
        {
            List<string> names = [.. Suite.Session.Outcome?.Result.Requirements.Where(requirement => requirement.Verdict == Vocabulary.Violates && Counts(requirement.Level, Suite.Session.Outcome.Result)).Select(requirement => requirement.Id) ?? []];
            Fail([
                $"OCP conformance: {conclusion.Outcome}. {conclusion.Reason}"
                + (names.Count == 0 ? string.Empty : $"{Environment.NewLine}Violated: {NameList.First(names)}")
                + (gate ? string.Empty : $"{Environment.NewLine}A filter leaves out the test that says so, and therefore this one does."),
            ]);
        }
    }

    /// <summary>
    /// Fails where a requirement is violated at a level that counts, warns where one is violated below it or the violation is
    /// waived, and ignores with the reason where none was exercised.
    /// </summary>
    /// <param name="exchange">Id of the exchange.</param>
    /// <param name="kind">The kind of requirements that is looked at in the answer to a valid request; in any other answer it is all of them.</param>
    public static void Holds(string exchange, CheckKind kind)
    {
        Concludes();
        if (Suite.Session.Outcome is not { } outcome)
        {
            Assert.Ignore("Blocked: there was no run; the gate says why.");
            return;
        }

        if (!Suite.Session.Exchanges.TryGetValue(exchange, out var judged))
        {
            Assert.Ignore("Left out: the operation does not belong to the release; conformance.json says why.");
            return;
        }

        var verdicts = judged.Verdicts.Where(verdict => judged.Planned.Scenario.Kind != ScenarioKind.Nominal || verdict.Requirement.Kind == kind).ToList();
        var violations = verdicts.Where(verdict => verdict.Kind == VerdictKind.Violates).ToLookup(verdict => Counts(verdict.Requirement, outcome.Result));
        Fail([.. violations[true].Select(verdict => $"Violated: {Describe(verdict, exchange, outcome.Result)}")]);
        if (violations[false].Any())
        {
            Assert.Warn(string.Join(Environment.NewLine, violations[false].Select(verdict => Describe(verdict, exchange, outcome.Result))));
        }

        if (verdicts.Count == 0)
        {
            Assert.Ignore("Left out: the release documents nothing of this kind about the answer.");
        }

        if (verdicts.TrueForAll(verdict => verdict.Kind is VerdictKind.Blocked or VerdictKind.NotExercised))
        {
            var reason = verdicts.Find(verdict => verdict.Kind == VerdictKind.Blocked) ?? verdicts[0];
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

    private static bool Counts(Requirement requirement, ResultDocument result) =>
        Counts(Vocabulary.Word(requirement.Level), result) && Find(requirement, result).Waiver is null;

    private static bool Counts(string level, ResultDocument result) => level == Vocabulary.Must || result.Conclusion.Level == Vocabulary.Should;

    private static RequirementResult Find(Requirement requirement, ResultDocument result) =>
        result.Requirements.First(candidate => candidate.Id == requirement.Id);

    private static string Describe(Verdict verdict, string exchange, ResultDocument result)
    {
        var requirement = Find(verdict.Requirement, result);
        return FailureText.Of(requirement, requirement.Evidence.First(evidence => evidence.Exchange == exchange), result.Exchanges.First(candidate => candidate.Id == exchange));
    }
}
