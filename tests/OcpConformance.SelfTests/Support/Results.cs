using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>Small results, made by hand.</summary>
internal static class Results
{
    public const string Operation = "sample/query-sample";
    public const string Exchange = $"{Operation}/nominal/complete";

    private static Message OneOf => Message.Of("one-of", Argument.List(["A", "B"]));

    public static ResultDocument Of(params RequirementResult[] requirements) => new()
    {
        Suite = new SuiteInfo("OcpConformance", "0.1.0"),
        Contract = new ContractInfo(new string('a', 64), 1, null, Message.Of("version-newest"), "enterprise", null),
        Target = new TargetInfo("live", "https://ocp.example.com:8080/"),
        Settings = new Dictionary<string, string>(),
        StartedAt = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
        DurationMs = 1000,
        Conclusion = new ConclusionInfo(ConclusionKind.Conformant, Message.Verbatim("All is well."), Level.Must),
        Totals = new Totals(
            requirements.Length,
            requirements.Count(requirement => requirement.Verdict == VerdictKind.Conforms),
            requirements.Count(requirement => requirement is { Verdict: VerdictKind.Violates, Level: Level.Must }),
            requirements.Count(requirement => requirement is { Verdict: VerdictKind.Violates, Level: Level.Should }),
            requirements.Count(requirement => requirement.Verdict == VerdictKind.Waived),
            requirements.Count(requirement => requirement.Verdict == VerdictKind.NotExercised),
            requirements.Count(requirement => requirement.Verdict == VerdictKind.Blocked),
            1),
        Coverage = CoverageInfo.None,
        Requirements = requirements,
        Exchanges = [Sent(Exchange)],
    };

    public static ExchangeResult Sent(string id, params string[] undocumented) => new()
    {
        Id = id,
        Operation = Operation,
        Scenario = "nominal",
        Request = new RequestResult("GET", "https://ocp.example.com:8080/api/v2/sample/1", [], null),
        Answer = new AnswerResult(200, [], "{}", null),
        StartedAt = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
        ElapsedMs = 5,
        UndocumentedMembers = undocumented.Length == 0 ? null : undocumented,
    };

    /// <summary>A requirement of the sample operation with a verdict.</summary>
    public static RequirementResult Requirement(VerdictKind verdict, Level level = Level.Must, string name = "/data/mode:enum", string scope = Operation, string actual = "the string \"X\"", int? conformsIn = null)
    {
        var violated = verdict is VerdictKind.Violates or VerdictKind.Waived;
        return new RequirementResult
        {
            Id = $"{scope}#{name}",
            Scope = scope,
            Place = name[..name.LastIndexOf(':')],
            Keyword = name[(name.LastIndexOf(':') + 1)..],
            Level = level,
            Kind = name.EndsWith(":enum", StringComparison.Ordinal) ? CheckKind.Enumeration : CheckKind.FieldType,
            Sentence = Message.Of("at-place", "data.mode", OneOf),
            Page = "Query a sample",
            File = "schemas/sample/query-sample.operation.json",
            Verdict = verdict,
            Reason = verdict is VerdictKind.Blocked or VerdictKind.NotExercised ? Message.Verbatim("the list is empty") : null,
            Waiver = verdict == VerdictKind.Waived ? new WaiverInfo($"{scope}#{name}", "Known", "Kim", "OCP-7", new DateOnly(2026, 3, 1)) : null,
            ConformsIn = conformsIn ?? (verdict == VerdictKind.Conforms ? 1 : 0),
            Evidence = violated ? [new EvidenceResult(Exchange, VerdictKind.Violates, [new FindingResult("/data/mode", OneOf, Message.Verbatim(actual))], 1)] : [],
        };
    }
}
