using System.Globalization;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>
/// The steps of a test: one for each kind of check with its counts, and below it the requirements that name the exchange as
/// their evidence. So every violation is a step in each exchange that shows it, and every other requirement a step once;
/// listing all that hold in every exchange would take seven times as many steps and say nothing new.
/// </summary>
/// <param name="conclusion">What the run says.</param>
internal sealed class AllureSteps(ConclusionInfo conclusion)
{
    public IReadOnlyList<AllureStep> Of(ExchangeResult exchange, IReadOnlyList<AllureEvidence> evidence, long start, long stop)
    {
        var byKind = evidence.ToLookup(entry => entry.Requirement.Kind);
        var judged = (exchange.Judged ?? []).ToDictionary(kind => kind.Kind);
        return [.. judged.Keys.Union(byKind.Select(kind => kind.Key)).Select(kind => Kind(kind, judged.GetValueOrDefault(kind), [.. byKind[kind]], exchange, start, stop))];
    }

    private AllureStep Kind(CheckKind kind, JudgedKind? judged, IReadOnlyList<AllureEvidence> evidence, ExchangeResult exchange, long start, long stop)
    {
        (RequirementStatus Status, int Count, string Word)[] counts =
        [
            (RequirementStatus.Fails, Violations(RequirementStatus.Fails), "violated"),
            (RequirementStatus.Warns, Violations(RequirementStatus.Warns), "warn"),
            (RequirementStatus.Waived, Violations(RequirementStatus.Waived), "waived"),
            (RequirementStatus.Holds, judged?.Conforms ?? 0, "hold"),
            (RequirementStatus.Blocked, judged?.Blocked ?? 0, "blocked"),
            (RequirementStatus.NotExercised, judged?.NotExercised ?? 0, "not exercised"),
        ];
        var told = counts.Where(count => count.Count > 0).ToList();
        return new AllureStep
        {
            Name = $"{kind.Word()}: {string.Join(", ", told.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Word}")))}",
            Status = told.Count == 0 ? AllureWords.Skipped : Status(told[0].Status),
            Steps = [.. evidence.OrderBy(entry => entry.Status == RequirementStatus.Holds).ThenBy(entry => entry.Status).Select(entry => Requirement(entry, exchange, start, stop))],
            Start = start,
            Stop = stop,
        };

        int Violations(RequirementStatus status) => evidence.Count(entry => entry.IsViolation && entry.Status == status);
    }

    private AllureStep Requirement(AllureEvidence entry, ExchangeResult exchange, long start, long stop) => new()
    {
        Name = $"{entry.Requirement.Id} ({entry.Requirement.Level.Word()}): {entry.Requirement.Sentence}",
        Status = Status(entry.Status),
        StatusDetails = entry.Status switch
        {
            RequirementStatus.Holds => AllureStatusDetails.None,
            RequirementStatus.Fails => AllureStatusDetails.None with { Message = FailureText.Of(entry.Requirement, entry.Evidence, exchange) },
            _ => AllureStatusDetails.None with
            {
                Known = entry.Status == RequirementStatus.Waived,
                Message = entry.IsViolation
                    ? $"{RequirementStatuses.Explain(entry.Requirement, conclusion)}{Environment.NewLine}{FailureText.Of(entry.Requirement, entry.Evidence, exchange)}"
                    : RequirementStatuses.Explain(entry.Requirement, conclusion),
            },
        },
        Start = start,
        Stop = stop,
    };

    // Allure has no warning: passed would hide a violation, broken would count it against the target.
    private static string Status(RequirementStatus status) => status switch
    {
        RequirementStatus.Holds => AllureWords.Passed,
        RequirementStatus.Fails => AllureWords.Failed,
        _ => AllureWords.Skipped,
    };
}
