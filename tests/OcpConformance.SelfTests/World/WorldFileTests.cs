using OcpConformance.Contract.Schemas;
using OcpConformance.MockOcp.World;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.World;

public sealed class WorldFileTests
{
    private const string File = "fixtures/world/cluster.json";
    private const string Sample = """{"type":"object","properties":{"id":{"type":"integer"},"clusterId":{"type":"integer"}}}""";

    private const string Resources = """
        {
          "probe": "/api/v2/time",
          "unknownPath": "/api/v2/none",
          "resources": {
            "cluster.id": {
              "title": "a cluster",
              "setting": "OCP_CLUSTER_ID",
              "member": "id",
              "structures": ["schemas/sample/Sample.schema.json"],
              "shown": { "id": ["clusterId", "schemas/sample/Sample.schema.json#/clusterId"] }
            },
            "zone.name": { "title": "a zone", "setting": "OCP_ZONE_NAME", "member": "name", "within": ["cluster.id"] },
            "plan.uid": { "title": "a plan", "setting": "OCP_PLAN_UID" }
          }
        }
        """;

    private const string Right =
        """{ "title": "Clusters", "resource": "cluster.id", "objects": [{ "shows": { "id": 1 } }, { "shows": { "id": 2 } }] }""";

    [Test]
    public void World_is_read()
    {
        using var contract = Contract(Right);
        var load = () => WorldLoader.Load(contract.Load());
        load.Should().NotThrow();
    }

    [TestCase("", "there is no content", "")]
    [TestCase("""{ "resource": "cluster.id", "objects": [{ "shows": { "id": 1 } }] }""", "the member is missing", "/title")]
    [TestCase(
        """{ "title": "Clusters", "objects": [{ "shows": { "id": 1 } }] }""",
        "which resource its objects are, or which structure",
        "")]
    [TestCase(
        """{ "title": "Plans", "resource": "plan.uid", "objects": [{ "shows": { "uid": "a" } }] }""",
        "no member that has the id of 'plan.uid'",
        "/resource")]
    [TestCase(
        """{ "title": "Other", "resource": "other.id", "objects": [{ "shows": { "id": 1 } }] }""",
        "no member that has the id of 'other.id'",
        "/resource")]
    [TestCase(
        """{ "title": "Rows", "structure": "schemas/sample/Other.schema.json", "objects": [{ "shows": { "id": 1 } }] }""",
        "there is no structure",
        "/structure")]
    [TestCase(
        """{ "title": "Clusters", "resource": "cluster.id", "objects": [{ "shows": { "name": "a" } }] }""",
        "no id that a path can hold",
        "/objects/0/shows")]
    [TestCase(
        """{ "title": "Clusters", "resource": "cluster.id", "objects": [{ "shows": { "id": ".." } }] }""",
        "no id that a path can hold",
        "/objects/0/shows")]
    [TestCase(
        """{ "title": "Clusters", "resource": "cluster.id", "objects": [{ "shows": { "id": 1 } }, { "shows": { "id": 1 } }] }""",
        "has the id '1', too",
        "/objects/1/shows/id")]
    [TestCase(
        """{ "title": "Clusters", "resource": "cluster.id", "objects": [{ "of": { "zone.name": "z" }, "shows": { "id": 1 } }] }""",
        "no zone.name 'z'",
        "/objects/0/of/zone.name")]
    [TestCase(
        """{ "title": "Zones", "resource": "zone.name", "objects": [{ "shows": { "name": "z" } }] }""",
        "to which cluster.id the object belongs",
        "/objects/0/of")]
    [TestCase(
        """{ "title": "Clusters", "resource": "cluster.id", "only": { "sample/none": {} }, "objects": [{ "shows": { "id": 1 } }] }""",
        "no operation 'sample/none'",
        "/only/sample~1none")]
    public void World_that_does_not_fit_is_refused(string text, string problem, string place)
    {
        using var contract = Contract(text);
        var load = () => WorldLoader.Load(contract.Load());
        load.Should().Throw<ContractException>().Which.Problems
            .Where(found => found.File == File && found.Place == place && found.Problem.Contains(problem))
            .Should().NotBeEmpty().And.OnlyContain(found => found.Remedy.Length > 0);
    }

    [Test]
    public void Objects_of_one_kind_stand_in_one_file()
    {
        using var contract = Contract(Right).Write("fixtures/world/more.json", Right);
        var load = () => WorldLoader.Load(contract.Load());
        load.Should().Throw<ContractException>().Which.Problems.Should().ContainSingle().Which.File.Should().Be("fixtures/world/more.json");
    }

    [TestCase("\"within\": [\"cluster.id\"]", "\"within\": [\"no.such\"]", "there is no resource 'no.such'")]
    [TestCase("\"member\": \"id\",", "", "which member has the id")]
    [TestCase("[\"schemas/sample/Sample.schema.json\"]", "[\"schemas/sample/Other.schema.json\"]", "there is no structure")]
    [TestCase("#/clusterId", "#/other", "there is no place")]
    [TestCase("\"member\": \"name\"", "\"member\": 1", "")]
    public void Resources_that_do_not_fit_are_refused(string old, string with, string problem)
    {
        Resources.Should().Contain(old);
        using var contract = new TemporaryContract().WithStructure(Sample).Write("schemas/resources.json", Resources.Replace(old, with));
        contract.Problems()
            .Where(found => found.File == "schemas/resources.json" && found.Problem.Contains(problem))
            .Should().NotBeEmpty().And.OnlyContain(found => found.Remedy.Length > 0);
    }

    private static TemporaryContract Contract(string world) =>
        new TemporaryContract().WithStructure(Sample).Write("schemas/resources.json", Resources).Write(File, world);
}
