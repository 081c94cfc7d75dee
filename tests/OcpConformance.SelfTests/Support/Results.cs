using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>Small results, made by hand.</summary>
internal static class Results
{
    public const string Operation = "sample/query-sample";
    public const string Exchange = $"{Operation}/nominal/complete";

    public static ResultDocument Of(params RequirementResult[] requirements) => new()
    {
        Suite = new SuiteInfo("OcpConformance", "0.1.0"),
        Contract = new ContractInfo(new string('a', 64), 1, null, "the newest that is documented", "enterprise", null),
        Target = new TargetInfo("live", "https://ocp.example.com:8080/"),
        Settings = new Dictionary<string, string>(),
        StartedAt = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
        DurationMs = 1000,
        Conclusion = new ConclusionInfo(Vocabulary.Conformant, "All is well.", Vocabulary.Must),
        Totals = new Totals(
            requirements.Length,
            requirements.Count(requirement => requirement.Verdict == Vocabulary.Conforms),
            requirements.Count(requirement => requirement is { Verdict: Vocabulary.Violates, Level: Vocabulary.Must }),
            requirements.Count(requirement => requirement is { Verdict: Vocabulary.Violates, Level: Vocabulary.Should }),
            requirements.Count(requirement => requirement.Verdict == Vocabulary.Waived),
            requirements.Count(requirement => requirement.Verdict == Vocabulary.NotExercised),
            requirements.Count(requirement => requirement.Verdict == Vocabulary.Blocked),
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
    public static RequirementResult Requirement(string verdict, string level = Vocabulary.Must, string name = "/data/mode:enum", string scope = Operation, string actual = "the string \"X\"", int? conformsIn = null)
    {
        var violated = verdict is Vocabulary.Violates or Vocabulary.Waived;
        return new RequirementResult
        {
            Id = $"{scope}#{name}",
            Scope = scope,
            Level = level,
            Kind = name.EndsWith(":enum", StringComparison.Ordinal) ? "enumeration" : "field-type",
            Sentence = "data.mode is one of A, B",
            Page = "Query a sample",
            File = "schemas/sample/query-sample.operation.json",
            Verdict = verdict,
            Reason = verdict is Vocabulary.Blocked or Vocabulary.NotExercised ? "the list is empty" : null,
            Waiver = verdict == Vocabulary.Waived ? new WaiverInfo($"{scope}#{name}", "Known", "Kim", "OCP-7", new DateOnly(2026, 3, 1)) : null,
            ConformsIn = conformsIn ?? (verdict == Vocabulary.Conforms ? 1 : 0),
            Evidence = violated ? [new EvidenceResult(Exchange, Vocabulary.Violates, [new FindingResult("/data/mode", "is one of A, B", actual)], 1)] : [],
        };
    }
}
