using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Tests.Support;

/// <summary>The test cases of a kind of check: every planned exchange that has a requirement of that kind.</summary>
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

    // How an answer is written, and what it says about throttling, is judged with the rest of a rejection, so rejections have no test of their own for it.
    private static IEnumerable<TestCaseData> Of(CheckKind kind)
    {
        var applicable = Suite.Contract is { } contract ? new ApplicableRequirements(contract) : null;
        var levels = new Dictionary<(Operation, ScenarioKind), string?>();
        foreach (var planned in Suite.Plan.Where(planned => kind is not (CheckKind.Answer or CheckKind.Throttling) || planned.Scenario.Kind == ScenarioKind.Nominal))
        {
            var key = (planned.Operation, planned.Scenario.Kind);
            if (!levels.TryGetValue(key, out var level))
            {
                level = LevelOf(applicable!.Of(planned.Operation, planned.Scenario).Where(requirement => requirement.Kind == kind));
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

    private static string? LevelOf(IEnumerable<Requirement> requirements) => requirements.Select(requirement => requirement.Level).ToHashSet() switch
    {
        { Count: 0 } => null,
        var levels when levels.Contains(Level.Must) => Vocabulary.Must,
        _ => Vocabulary.Should,
    };
}
