using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Tests.Support;

/// <summary>
/// The test cases of a kind of check. A valid request has a case for each kind that its answer is judged by; every other
/// exchange has one case, of the kind that it is there for, with everything that is required of its answer.
/// </summary>
internal static class Cases
{
    public static IEnumerable<TestCaseData> Answers => Of(CheckKind.Answer);

    public static IEnumerable<TestCaseData> Envelopes => Of(CheckKind.Envelope);

    public static IEnumerable<TestCaseData> FieldTypes => Of(CheckKind.FieldType);

    public static IEnumerable<TestCaseData> Enumerations => Of(CheckKind.Enumeration);

    public static IEnumerable<TestCaseData> Semantics => Of(CheckKind.Semantics);

    public static IEnumerable<TestCaseData> Rejections => Of(CheckKind.Rejection);

    public static IEnumerable<TestCaseData> Authentications => Of(CheckKind.Authentication);

    public static IEnumerable<TestCaseData> Throttlings => Of(CheckKind.Throttling);

    public static IEnumerable<TestCaseData> Pages => Of(CheckKind.Paging);

    public static IEnumerable<TestCaseData> Lives => Of(CheckKind.Lifecycle);

    public static IEnumerable<TestCaseData> Languages => Of(CheckKind.Language);

    public static IEnumerable<TestCaseData> OddRequests => Of(CheckKind.Transport);

    private static IEnumerable<TestCaseData> Of(CheckKind kind)
    {
        var applicable = Suite.Session.Contract is { } contract ? new ApplicableRequirements(contract) : null;
        var levels = new Dictionary<(Operation, Scenario), string?>();
        foreach (var planned in Suite.Session.Plan.Where(planned => planned.Scenario.Kind == ScenarioKind.Nominal || planned.Scenario.Purpose == kind))
        {
            var key = (planned.Operation, planned.Scenario);
            if (!levels.TryGetValue(key, out var level))
            {
                level = LevelOf([.. applicable!.Of(planned.Operation, planned.Scenario)], kind, planned.Scenario.Kind == ScenarioKind.Nominal);
                levels.Add(key, level);
            }

            if (level is not null)
            {
                yield return new TestCaseData(planned.Id)
                    .SetCategory($"area:{planned.Operation.Area}")
                    .SetCategory($"kind:{Vocabulary.Word(kind)}")
                    .SetCategory($"effect:{Vocabulary.Word(planned.Operation.Effect)}")
                    .SetCategory($"level:{level}");
            }
        }
    }

    private static string? LevelOf(List<Requirement> requirements, CheckKind kind, bool byKind)
    {
        var own = requirements.Where(requirement => requirement.Kind == kind).ToList();
        var counting = own.Count > 0 || byKind ? own : requirements;
        return counting.Count == 0 ? null
            : counting.Exists(requirement => requirement.Level == Level.Must) ? Vocabulary.Must
            : Vocabulary.Should;
    }
}
