using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Mutation;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class LifecycleRunTests
{
    private static readonly HashSet<Effect> ReadWriteDestroy = [Effect.Read, Effect.Write, Effect.Destroy];

    [Test]
    public async Task Every_object_lives_on_the_mock_from_its_creation_to_its_deletion_and_nothing_is_left_open()
    {
        var outcome = await InProcess.MockAsync("*");

        var lives = outcome.Exchanges.Where(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Lifecycle).ToList();
        lives.Should().HaveCount(50, "nine objects have six steps each, but three have no list or no read").And.OnlyContain(exchange => exchange.BlockedReason == null);
        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Result.Requirements.Where(requirement => LifecycleRules.All.Any(rule => rule.Id == requirement.Id)).Select(requirement => (requirement.Id, requirement.Verdict, requirement.ConformsIn))
            .Should().BeEquivalentTo(new[] { (LifecycleRules.CreatedIsListed.Id, VerdictKind.Conforms, 7), (LifecycleRules.CreatedIsShown.Id, VerdictKind.Conforms, 8), (LifecycleRules.DeletedIsRejected.Id, VerdictKind.Conforms, 8), (LifecycleRules.SecondDeletionIsRejected.Id, VerdictKind.Conforms, 9) });
    }

    [Test]
    public void Life_of_a_region_violates_nothing()
    {
        var (create, list, read) = LifecycleMutants.Accepted();
        Verdicts.Violated(read, create, list).Concat(Verdicts.Violated(list, create, read)).Should().BeEmpty();
        Verdicts.Of(read, create).Verdicts.Single(verdict => verdict.Requirement == LifecycleRules.CreatedIsShown).Kind.Should().Be(VerdictKind.Conforms);
    }

    [Test]
    public void Object_that_was_not_created_is_not_missed()
    {
        var (create, list, read) = LifecycleMutants.Accepted();
        var refused = create with { Answer = Accepted.Rejection(ScenarioKind.MalformedBody).Answer };
        Verdicts.Violated(Bodies.Edit(read, body => body["data"]!["name"] = "another"), refused).Should().BeEmpty();
        Verdicts.Violated(Bodies.Edit(list, body => body["data"]!["contents"]![0]!["name"] = "another"), refused).Should().BeEmpty();
    }

    [Test]
    public async Task Live_target_is_left_as_it_was_and_the_ledger_says_how()
    {
        await using var mock = await MockSession.StartAsync();
        var before = await mock.GetAsync("/api/v2/compute/regions?page=1&size=2000");
        var ledger = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        var outcome = await InProcess.LiveAsync(mock.Server.Url, "host/*region*", new RunSettings { Effects = ReadWriteDestroy }, ledger, MockSession.Password, mock.Server.Options.UserName);

        outcome.Exchanges.Where(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Lifecycle).Should().HaveCount(6).And.OnlyContain(exchange => exchange.BlockedReason == null);
        (await mock.GetAsync("/api/v2/compute/regions?page=1&size=2000")).At("/data/contents")!.Value.GetRawText().Should().Be(before.At("/data/contents")!.Value.GetRawText());
        var lines = await File.ReadAllLinesAsync(ledger);
        File.Delete(ledger);
        lines.Should().Contain(line => line.Contains("\"event\":\"created\"") && line.Contains("ocpconf_")).And.Contain(line => line.Contains("\"event\":\"undone\""));
        string.Concat(lines).Should().NotContain(MockSession.Password).And.NotContain("Basic ");
    }

    [TestCase(null)]
    [TestCase("99")]
    public async Task Object_that_refers_to_another_one_refers_to_one_that_the_target_has(string? named)
    {
        await using var mock = await MockSession.StartAsync();
        var listed = (await mock.GetAsync("/api/v2/compute/regions")).At("/data/contents/0/id")!.Value.ToString();
        var settings = new RunSettings { Effects = ReadWriteDestroy, ResourceValues = named is null ? new Dictionary<string, string>() : new() { ["region.id"] = named } };
        var outcome = await InProcess.LiveAsync(mock.Server.Url, "host/*idc*", settings, null, MockSession.Password, mock.Server.Options.UserName);

        var created = outcome.Exchanges.Single(exchange => exchange.Planned.Scenario.Detail == LifecycleStep.Create && exchange.Planned.Operation.Id == "host/create-idc").Exchange!;
        JsonDocument.Parse(created.Request.Body!.Value).RootElement.GetProperty("regionId").GetRawText().Should().Be(named ?? listed, "the fixture has another one");
    }

    [TestCase("""{"data":{"id":1,"name":"precious"},"successful":true}""")]
    [TestCase("""{"data":{"contents":[{"id":1,"name":"precious"}]},"successful":true}""")]
    public async Task Object_that_a_target_passes_off_as_the_created_one_is_not_deleted(string shown)
    {
        await using var server = new RawServer((head, stream, token) =>
            stream.WriteAsync(RawServer.Http(200, head.StartsWith("GET ", StringComparison.Ordinal) ? shown : """{"data":{"id":1},"successful":true}"""), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "host/*region*", new RunSettings { Effects = ReadWriteDestroy });

        server.RequestLines.Should().ContainSingle(line => line.StartsWith("POST ")).And.NotContain(line => line.StartsWith("DELETE "));
        outcome.Exchanges.Single(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Lifecycle && exchange.Planned.Scenario.Detail == LifecycleStep.Delete)
            .BlockedReason!.Text.Should().Contain("the target shows a region of the name precious where it says that it created ocpconf_");
    }

    [TestCase("")]
    [TestCase(""" "dbName":"precious", """)]
    public async Task Object_that_paths_call_by_its_name_is_deleted_by_the_name_that_it_was_given(string answered)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, $$$"""{"data":{{{{answered}}}"contents":[{"id":7}]},"successful":true}"""), token).AsTask());
        await InProcess.LiveAsync(server.Url, "tenant/*database*", new RunSettings { Effects = ReadWriteDestroy });

        server.RequestLines.Should().ContainSingle(line => line.StartsWith("POST ")).And.Contain(line => line.StartsWith("DELETE "));
        server.RequestLines.Where(line => line.StartsWith("DELETE ")).Should().OnlyContain(line => line.StartsWith("DELETE /api/v2/ob/clusters/7/tenants/7/databases/ocpconf_"));
    }

    [Test]
    public async Task Object_that_refers_to_another_one_is_not_created_where_the_target_has_none()
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, """{"data":{"contents":[]}}"""), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "host/*idc*", new RunSettings { Effects = ReadWriteDestroy });

        server.RequestLines.Should().NotBeEmpty().And.OnlyContain(line => !line.StartsWith("POST ") && !line.StartsWith("DELETE "));
        outcome.Exchanges.Where(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Lifecycle).Should().HaveCount(6).And.OnlyContain(exchange => exchange.BlockedReason!.Text.Contains("set OCP_REGION_ID"));
    }

    [Test]
    public void Selection_without_the_deletion_creates_nothing() =>
        ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["host/create-region", "host/query-region"]).Should().NotContain(planned => planned.Scenario.Kind == ScenarioKind.Lifecycle);
}
