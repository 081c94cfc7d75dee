using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;

namespace OcpConformance.SelfTests.Support;

/// <summary>Judges single exchanges.</summary>
internal static class Verdicts
{
    private static readonly Judge Alone = new(Project.Contract, new JudgeOptions(), RunFacts.None);

    /// <summary>As a run does it: when the answer arrives, and again with what all exchanges tell.</summary>
    public static Judgement Of(Exchange exchange, params Exchange[] others) =>
        new Judge(Project.Contract, new JudgeOptions(), [.. others, exchange]).Complete(Alone.Examine(exchange));

    /// <summary>Ids of the violated requirements.</summary>
    public static IReadOnlyList<string> Violated(Exchange exchange, params Exchange[] others) =>
        [.. Of(exchange, others).Verdicts.Where(verdict => verdict.Kind == VerdictKind.Violates).Select(verdict => verdict.Requirement.Id)];

    public static Verdict Single(Exchange exchange, string requirement) =>
        Of(exchange).Verdicts.Single(verdict => verdict.Requirement.Id == requirement);
}
