using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Results;

/// <summary>What one exchange was judged by, counted, so that a report need not list every requirement again for it.</summary>
internal static class JudgedKinds
{
    public static IReadOnlyList<JudgedKind> Of(IReadOnlyList<Verdict> verdicts) =>
    [
        .. verdicts
            .GroupBy(verdict => verdict.Requirement.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => new JudgedKind(
                kind.Key,
                kind.Count(verdict => verdict.Kind == VerdictKind.Conforms),
                kind.Count(verdict => verdict.Kind == VerdictKind.NotExercised),
                kind.Count(verdict => verdict.Kind == VerdictKind.Blocked))),
    ];

    public static Message? WhyNoneWasExercised(IReadOnlyList<Verdict> verdicts) =>
        verdicts.All(verdict => verdict.Kind is VerdictKind.NotExercised or VerdictKind.Blocked)
            ? verdicts.OrderBy(verdict => verdict.Kind == VerdictKind.NotExercised).Select(verdict => verdict.Reason).FirstOrDefault()
            : null;
}
