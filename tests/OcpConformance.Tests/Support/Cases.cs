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

    private static IEnumerable<TestCaseData> Of(CheckKind kind) =>
        from planned in Suite.Plan
        let requirements = Judge.Applicable(Suite.Contract!, planned.Operation, planned.Scenario).Where(requirement => requirement.Kind == kind).ToList()
        where requirements.Count > 0
        select new TestCaseData(planned.Id)
            .SetCategory($"area:{planned.Operation.Area}")
            .SetCategory($"kind:{Vocabulary.Word(kind)}")
            .SetCategory($"effect:{Vocabulary.Word(planned.Operation.Effect)}")
            .SetCategory($"level:{(requirements.Exists(requirement => requirement.Level == Level.Must) ? Vocabulary.Must : Vocabulary.Should)}");
}
