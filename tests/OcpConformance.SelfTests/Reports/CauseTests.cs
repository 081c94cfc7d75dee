using OcpConformance.Report.Html;
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
            Type("tenant/query-tenant", "/data", Tenant), Status("tenant/query-tenant", "/data", "the string \"A\""),
            Type("tenant/query-tenants", "/data/contents/*", Tenant), Status("tenant/query-tenants", "/data/contents/*", "the string \"B\"")))
        .Should().ContainSingle().Which.Should().Match<Cause>(cause => cause.Structure == "Tenant.status" && cause.Requirements.Count == 2);

    [Test]
    public async Task Structure_twice_in_one_answer_is_one_cause() =>
        (await CausesAsync(
            Type("tenant/pair", "/data", "schemas/tenant/Pair.schema.json"),
            Type("tenant/pair", "/data/left", Tenant), Status("tenant/pair", "/data/left", "the string \"A\""),
            Type("tenant/pair", "/data/right", Tenant), Status("tenant/pair", "/data/right", "the string \"A\"")))
        .Should().ContainSingle();

    [Test]
    public async Task Same_name_in_another_structure_is_another_cause() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant), Status("tenant/query-tenant", "/data", "the string \"A\""),
            Type("cluster/query-cluster", "/data", "schemas/cluster/ObCluster.schema.json"), Status("cluster/query-cluster", "/data", "the string \"A\"", "schemas/cluster/ObCluster.schema.json")))
        .Should().HaveCount(2);

    [Test]
    public async Task Other_keyword_and_other_kind_of_value_are_other_causes() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant),
            Status("tenant/query-tenant", "/data", "the string \"A\""), Status("tenant/query-tenant", "/data", "the number 7", keyword: "type"),
            Type("tenant/query-tenants", "/data", Tenant), Status("tenant/query-tenants", "/data", "the boolean true", keyword: "type")))
        .Should().HaveCount(3);

    [Test]
    public async Task Missing_member_belongs_to_the_structure_that_expects_it() =>
        (await CausesAsync(
            Type("tenant/query-tenant", "/data", Tenant), Status("tenant/query-tenant", "/data", "absent", keyword: "expected"),
            Type("tenant/query-tenants", "/data/contents/*", Tenant), Status("tenant/query-tenants", "/data/contents/*", "absent", keyword: "expected")))
        .Should().ContainSingle().Which.Structure.Should().Be("Tenant.status");

    [Test]
    public async Task Rules_of_two_operations_are_two_causes() =>
        (await CausesAsync(Violated("tenant/query-tenant", "tenant/query-tenant!echo", Tenant, "7"), Violated("tenant/query-tenants", "tenant/query-tenants!echo", Tenant, "7")))
        .Should().HaveCount(2).And.OnlyContain(cause => cause.Structure == null);

    [Test]
    public async Task Must_comes_before_should_and_many_before_few()
    {
        var few = Violated("a/few", "a/few!rule", Tenant, "7");
        var many = Violated("b/many", "b/many!rule", Tenant, "7");
        many = many with { Evidence = [.. many.Evidence, many.Evidence[0] with { Exchange = "other" }] };
        var should = Violated("a/should", "a/should!rule", Tenant, "7") with { Level = Vocabulary.Should };
        (await CausesAsync(should, few, many)).Select(cause => cause.Requirements[0].Id).Should().Equal("b/many!rule", "a/few!rule", "a/should!rule");
    }

    private static async Task<IReadOnlyList<Cause>> CausesAsync(params RequirementResult[] requirements) =>
        Causes.Of(await Reported.RedAsync() with { Requirements = requirements }, Vocabulary.Violates);

    private static RequirementResult Type(string scope, string place, string file) =>
        Violated(scope, $"{scope}#{place}:type", file, "nothing") with { Verdict = Vocabulary.Conforms };

    private static RequirementResult Status(string scope, string place, string actual, string file = Tenant, string keyword = "enum") =>
        Violated(scope, $"{scope}#{place}/status:{keyword}", file, actual);

    private static RequirementResult Violated(string scope, string id, string file, string actual) => new()
    {
        Id = id,
        Scope = scope,
        Level = Vocabulary.Must,
        Kind = "enumeration",
        Sentence = "status is one of A, B",
        Page = "Page",
        File = file,
        Verdict = Vocabulary.Violates,
        ConformsIn = 0,
        Evidence = [new EvidenceResult(Reported.Exchange, Vocabulary.Violates, [new FindingResult("/data/status", "is one of A, B", actual)], 1)],
    };
}
