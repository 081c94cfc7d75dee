using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class ReleaseTests
{
    private const string Structure = """
        {"type":"object","properties":{"old":{"type":"string","x-until":"4.1.0"},"new":{"type":"string","x-since":"4.3.0"},"state":{"type":"string","enum":["A","B"],"x-enum-since":{"B":"4.3.0"}}}}
        """;

    private const string ReleasesFile = "schemas/releases.json";

    private const string Listed = """{ "documented": ["4.0.0", "4.1.0", "4.2.0", "4.2.2"], "assumed": ["4.3.0"] }""";

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
        requirements.Single(requirement => requirement.Keyword == "enum").Expected.Text.Should().EndWith(values);
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

    [TestCase("""{"new":7}""", true, TestName = "Value_and_member_of_an_assumed_release_are_accepted_before_it(member)")]
    [TestCase("""{"state":"B"}""", true, TestName = "Value_and_member_of_an_assumed_release_are_accepted_before_it(value)")]
    [TestCase("""{"state":"C"}""", false, TestName = "Value_and_member_of_an_assumed_release_are_accepted_before_it(not_another_value)")]
    [TestCase("""{"other":1}""", false, TestName = "Value_and_member_of_an_assumed_release_are_accepted_before_it(not_another_member)")]
    public void Value_and_member_of_an_assumed_release_are_accepted_before_it(string data, bool accepted)
    {
        var closed = Structure.Replace("\"properties\"", "\"additionalProperties\":false,\"properties\"");
        using var contract = new TemporaryContract().WithStructure(closed).Write(ReleasesFile, Listed);
        var outcome = Recordings.Judge(contract.Load(), new RunSettings { Version = new Version(4, 2, 2) }, data);

        InProcess.Violated(outcome).Any().Should().Be(!accepted);
    }

    [Test]
    public void Value_of_an_assumed_release_that_is_shown_before_it_is_listed()
    {
        using var contract = new TemporaryContract().WithStructure(Structure).Write(ReleasesFile, Listed);
        Recordings.Judge(contract.Load(), new RunSettings { Version = new Version(4, 2, 2) }, """{"state":"B"}""")
            .Result.Exchanges.Single().UndocumentedValues.Should().Equal("/data/state=B");
        Recordings.Judge(contract.Load(), new RunSettings(), """{"state":"B"}""").Result.Exchanges.Single().UndocumentedValues.Should().BeNull();
    }

    [TestCase("4.3.0", VerdictKind.Blocked, TestName = "Absence_of_a_member_of_an_assumed_release_is_blocked_and_not_violated(assumed)")]
    [TestCase("4.2.0", VerdictKind.Violates, TestName = "Absence_of_a_member_of_an_assumed_release_is_blocked_and_not_violated(documented)")]
    public void Absence_of_a_member_of_an_assumed_release_is_blocked_and_not_violated(string since, VerdictKind verdict)
    {
        using var contract = new TemporaryContract()
            .WithStructure($$"""{"type":"object","properties":{"a":{"type":"string"},"new":{"type":"string","x-since":"{{since}}" } },"x-expected":["new"]}""")
            .Write(ReleasesFile, Listed);
        var outcome = Recordings.Judge(contract.Load(), new RunSettings { Version = new Version(4, 3, 0) }, """{"a":"x"}""");

        var presence = outcome.Result.Requirements.Single(requirement => requirement.Id == "sample/query-sample#/data/new:expected");
        presence.Verdict.Should().Be(verdict);
        (presence.Reason?.Text.Contains("since 4.3.0 is assumed") ?? false).Should().Be(verdict == VerdictKind.Blocked);
    }

    [TestCase("\"4.3.0\"", "\"4.3.1\"", TemporaryContract.Structure, "/properties/new/x-since", "not among the releases")]
    [TestCase("\"B\":\"4.3.0\"", "\"B\":\"4.3.1\"", TemporaryContract.Structure, "/properties/state/x-enum-since/B", "not among the releases")]
    [TestCase("\"4.1.0\"", "\"4.1.9\"", TemporaryContract.Structure, "/properties/old/x-until", "not among the releases")]
    [TestCase("\"x-until\":\"4.1.0\"", "\"x-must-since\":\"4.1.9\"", TemporaryContract.Structure, "/properties/old/x-must-since", "not among the releases")]
    public void Release_that_is_not_listed_is_refused(string listed, string unlisted, string file, string place, string problem)
    {
        using var contract = new TemporaryContract().WithStructure(Structure.Replace(listed, unlisted)).Write(ReleasesFile, Listed);
        contract.Problems().Should().Contain(found => found.File == file && found.Place == place && found.ToString().Contains(problem));
    }

    [Test]
    public void Operation_of_an_assumed_release_that_does_not_say_so_is_refused()
    {
        using var contract = new TemporaryContract().WithStructure(Structure).Write(ReleasesFile, Listed)
            .Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace("4.0.0", "4.3.0"));
        contract.Problems().Should().ContainSingle().Which.ToString().Should().Contain("/source/since").And.Contain("\"assumed\": true");
    }

    [TestCase("""{ "documented": ["4.0.0"], "assumed": ["4.0.0"] }""", "/assumed")]
    [TestCase("""{ "documented": ["4.0"], "assumed": [] }""", "/documented/0")]
    [TestCase("""{ "documented": "4.0.0", "assumed": [] }""", "/documented")]
    [TestCase("""{ "documented": [] }""", "/assumed")]
    public void List_of_releases_that_is_malformed_is_refused(string releases, string place)
    {
        using var contract = new TemporaryContract().WithStructure("{}").Write(ReleasesFile, releases);
        contract.Problems().Should().Contain(problem => problem.File == ReleasesFile && problem.Place == place);
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
        leftOut.Should().ContainSingle(operation => operation.Operation == "sample/query-sample" && operation.Reason.Text.Contains(reason));
    }
}
