using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class CauseTests
{
    private const string Tenant = "schemas/tenant/Tenant.schema.json";

    [Test]
    public async Task Structure_that_many_operations_share_is_one_cause() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant), Status("tenant/query-tenant", "/data", Value("string", "\"A\"")),
            Type("tenant/query-tenants", "/data/contents/*", Tenant), Status("tenant/query-tenants", "/data/contents/*", Value("string", "\"B\""))))
        .Should().ContainSingle().Which.Should().Match<Cause>(cause => cause.Structure == "Tenant.status" && cause.Requirements.Count == 2);

    [Test]
    public async Task Structure_twice_in_one_answer_is_one_cause() =>
        (await CausesAsync(
            Type("tenant/pair", "/data", "schemas/tenant/Pair.schema.json"),
            Type("tenant/pair", "/data/left", Tenant), Status("tenant/pair", "/data/left", Value("string", "\"A\"")),
            Type("tenant/pair", "/data/right", Tenant), Status("tenant/pair", "/data/right", Value("string", "\"A\""))))
        .Should().ContainSingle();

    [Test]
    public async Task Same_name_in_another_structure_is_another_cause() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant), Status("tenant/query-tenant", "/data", Value("string", "\"A\"")),
            Type("cluster/query-cluster", "/data", "schemas/cluster/ObCluster.schema.json"), Status("cluster/query-cluster", "/data", Value("string", "\"A\""), "schemas/cluster/ObCluster.schema.json")))
        .Should().HaveCount(2);

    [Test]
    public async Task Other_keyword_and_other_kind_of_value_are_other_causes() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant),
            Status("tenant/query-tenant", "/data", Value("string", "\"A\"")), Status("tenant/query-tenant", "/data", Value("number", "7"), keyword: "type"),
            Type("tenant/query-tenants", "/data", Tenant), Status("tenant/query-tenants", "/data", Value("boolean", "true"), keyword: "type")))
        .Should().HaveCount(3);

    [Test]
    public async Task Missing_member_belongs_to_the_structure_that_expects_it() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant), Status("tenant/query-tenant", "/data", Message.Of("absent"), keyword: "expected"),
            Type("tenant/query-tenants", "/data/contents/*", Tenant), Status("tenant/query-tenants", "/data/contents/*", Message.Of("absent"), keyword: "expected")))
        .Should().ContainSingle().Which.Structure.Should().Be("Tenant.status");

    [Test]
    public async Task Rules_of_two_operations_are_two_causes() =>
        (await CausesAsync(Violated("tenant/query-tenant", "tenant/query-tenant!echo", Tenant, Message.Verbatim("7")), Violated("tenant/query-tenants", "tenant/query-tenants!echo", Tenant, Message.Verbatim("7"))))
        .Should().HaveCount(2).And.OnlyContain(cause => cause.Structure == null);

    [Test]
    public async Task Must_comes_before_should_and_many_before_few()
    {
        var few = Violated("a/few", "a/few!rule", Tenant, Message.Verbatim("7"));
        var many = Violated("b/many", "b/many!rule", Tenant, Message.Verbatim("7"));
        many = many with { Evidence = [.. many.Evidence, many.Evidence[0] with { Exchange = "other" }] };
        var should = Violated("a/should", "a/should!rule", Tenant, Message.Verbatim("7")) with { Level = Level.Should };
        (await CausesAsync(should, few, many)).Select(cause => cause.Requirements[0].Id).Should().Equal("b/many!rule", "a/few!rule", "a/should!rule");
    }

    private static async Task<IReadOnlyList<Cause>> CausesAsync(params RequirementResult[] requirements) =>
        Causes.Of(await Reported.RedAsync() with { Requirements = requirements }, VerdictKind.Violates);

    private static RequirementResult Type(string scope, string place, string file) =>
        Violated(scope, $"{scope}#{place}:type", file, Message.Of("nothing")) with { Verdict = VerdictKind.Conforms };

    private static RequirementResult Status(string scope, string place, Message actual, string file = Tenant, string keyword = "enum") =>
        Violated(scope, $"{scope}#{place}/status:{keyword}", file, actual);

    private static Message Value(string type, string value) => Message.Of($"value-{type}", value);

    private static RequirementResult Violated(string scope, string id, string file, Message actual) => new()
    {
        Id = id,
        Scope = scope,
        Place = id.Contains('#', StringComparison.Ordinal) ? id[(scope.Length + 1)..id.LastIndexOf(':')] : string.Empty,
        Keyword = id.Contains('#', StringComparison.Ordinal) ? id[(id.LastIndexOf(':') + 1)..] : id[(scope.Length + 1)..],
        Level = Level.Must,
        Kind = CheckKind.Enumeration,
        Sentence = Message.Verbatim("status is one of A, B"),
        Page = "Page",
        File = file,
        Verdict = VerdictKind.Violates,
        ConformsIn = 0,
        Evidence = [new EvidenceResult(Reported.Exchange, VerdictKind.Violates, [new FindingResult("/data/status", Message.Verbatim("is one of A, B"), actual)], 1)],
    };
}
