using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Planning;
using OcpConformance.Report.Model;

namespace OcpConformance.Tests.Support;

/// <summary>
/// The test cases of a kind of check. A nominal exchange has a case for each kind that its answer is judged by, every other
/// one a case of the kind that it is there for. Whatever else is required of these others has one case for each operation
/// and kind, which is named after the operation.
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
        if (Suite.Session.Contract is not { } contract)
        {
            yield break;
        }

        var applicable = new ApplicableRequirements(contract);
        var levels = new Dictionary<(Operation, Scenario), Level?>();
        foreach (var planned in Suite.Session.Plan.Where(planned => ReportedKinds.StandAlone(planned.Scenario, kind)))
        {
            if (LevelIn(planned) is { } level)
            {
                yield return Case(planned.Id, planned.Operation, kind, level);
            }
        }

        foreach (var others in Suite.Session.Plan.Where(planned => !ReportedKinds.StandAlone(planned.Scenario, kind)).ToLookup(planned => planned.Operation))
        {
            var found = others.Select(LevelIn).OfType<Level>().Distinct().ToList();
            if (found.Count > 0)
            {
                yield return Case(others.Key.Id, others.Key, kind, found.Contains(Level.Must) ? Level.Must : Level.Should);
            }
        }

        Level? LevelIn(PlannedExchange planned)
        {
            var key = (planned.Operation, planned.Scenario);
            if (!levels.TryGetValue(key, out var level))
            {
                var own = applicable.Of(planned.Operation, planned.Scenario)
                    .Where(requirement => ReportedKinds.Of(requirement, planned.Scenario) == kind)
                    .ToList();
                level = own.Count == 0 ? null
                    : own.Exists(requirement => requirement.Level == Level.Must) ? Level.Must
                    : Level.Should;
                levels.Add(key, level);
            }

            return level;
        }
    }

    private static TestCaseData Case(string name, Operation operation, CheckKind kind, Level level) => new TestCaseData(name)
        .SetCategory($"area:{operation.Area}")
        .SetCategory($"kind:{Vocabulary.Word(kind)}")
        .SetCategory($"effect:{Vocabulary.Word(operation.Effect)}")
        .SetCategory($"level:{Vocabulary.Word(level)}");
}
