using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class ReleaseTests
{
    private const string Structure = """
        {"type":"object","properties":{"old":{"type":"string","x-until":"4.1.0"},"new":{"type":"string","x-since":"4.3.0"},"state":{"type":"string","enum":["A","B"],"x-enum-since":{"B":"4.3.0"}}}}
        """;

    [TestCase(null, "new:type", "one of A, B", true)]
    [TestCase("4.3.0", "new:type", "one of A, B", true)]
    [TestCase("4.2.2", "new:type", "one of A", false)]
    [TestCase("4.1.0", "old:type", "one of A", true)]
    [TestCase("4.1.1", "old:type", "one of A", false)]
    public void Members_and_values_of_other_releases_are_left_out(string? version, string member, string values, bool included)
    {
        using var contract = new TemporaryContract().WithStructure(Structure);
        var (selected, leftOut) = ContractLoader.Select(contract.Load(), new Release(version is null ? null : Version.Parse(version), Edition.Enterprise));
        var requirements = selected["sample/query-sample"].Requirements.ToList();

        leftOut.Should().BeEmpty();
        requirements.Exists(requirement => requirement.Id.EndsWith($"/{member}")).Should().Be(included);
        requirements.Single(requirement => requirement.Keyword == "enum").Expected.Should().EndWith(values);
    }

    [TestCase(null, Level.Must)]
    [TestCase("4.3.0", Level.Must)]
    [TestCase("4.2.2", Level.Should)]
    public void What_only_samples_showed_is_a_must_since_the_release_whose_tables_have_it(string? version, Level level)
    {
        using var contract = new TemporaryContract().WithStructure("""
            {"type":"object","properties":{"part":{"type":"object","properties":{"kind":{"type":"string"},"note":{"type":"string","x-level":"should"}},"x-must-since":"4.3.0"}}}
            """);
        var (selected, _) = ContractLoader.Select(contract.Load(), new Release(version is null ? null : Version.Parse(version), Edition.Enterprise));

        Levels("/part:type").Should().Equal(level);
        Levels("/part/kind:type").Should().Equal(level);
        Levels("/part/note:type").Should().Equal(Level.Should);

        IEnumerable<Level> Levels(string id) =>
            selected["sample/query-sample"].Requirements.Where(requirement => requirement.Id.EndsWith(id)).Select(requirement => requirement.Level);
    }

    [TestCase(null, "name", "newer")]
    [TestCase("4.3.0", "name", "newer")]
    [TestCase("4.2.2", "name")]
    public void Member_that_a_later_release_requires_in_a_body_is_not_required_before(string? version, params string[] members)
    {
        using var contract = new TemporaryContract().WithStructure(Structure).Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace("\"GET\",", """
            "POST", "body": { "schema": {
              "type": "object",
              "properties": { "name": { "type": "string" }, "newer": { "type": "boolean", "x-since": "4.3.0" } },
              "required": ["name", "newer"]
            } },
            """));
        var (selected, _) = ContractLoader.Select(contract.Load(), new Release(version is null ? null : Version.Parse(version), Edition.Enterprise));

        RequestBodies.RequiredMembers(selected, selected["sample/query-sample"]).Should().Equal(members);
    }

    [TestCase("3.9.9", Edition.Enterprise, "documented since 4.0.0")]
    [TestCase("4.3.0", Edition.Enterprise, "documented until 4.2.9")]
    [TestCase("4.2.0", Edition.Community, "community edition")]
    public void Operations_of_other_releases_and_editions_are_left_out_with_the_reason(string version, Edition edition, string reason)
    {
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Structure).Write(
            TemporaryContract.Operation, TemporaryContract.OperationText().Replace("\"since\": \"4.0.0\"", "\"since\": \"4.0.0\", \"until\": \"4.2.9\", \"editions\": [\"enterprise\"]"));
        var (selected, leftOut) = ContractLoader.Select(contract.Load(), new Release(Version.Parse(version), edition));

        selected.Operations.Should().BeEmpty();
        leftOut.Should().ContainSingle(operation => operation.Operation == "sample/query-sample" && operation.Reason.Contains(reason));
    }
}
