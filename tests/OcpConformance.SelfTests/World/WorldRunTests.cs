using System.Net;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.World;

public sealed class WorldRunTests
{
    [Test]
    public async Task Live_run_that_knows_no_id_is_conformant_and_lacks_no_object_that_a_list_has()
    {
        await using var session = await WorldMock.StartAsync();
        var outcome = await LiveAsync(session, new RunSettings { Level = Level.Should });

        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        outcome.LeftOut.Should().BeEmpty();
        outcome.Exchanges
            .Where(exchange => exchange.Planned.Operation.Effect == Effect.Read)
            .Select(exchange => exchange.BlockedReason?.Text)
            .OfType<string>()
            .Where(reason => !reason.Contains("OCP_EFFECTS") && !reason.Contains("OCP_ACCESS_KEY"))
            .Should().OnlyContain(reason => reason.StartsWith("no list has a workload report "));
    }

    [Test]
    public async Task Live_run_leaves_the_objects_that_were_there()
    {
        await using var session = await WorldMock.StartAsync();
        var before = await session.GetAsync("/api/v2/compute/regions");
        var outcome = await LiveAsync(session, new RunSettings { Effects = Enum.GetValues<Effect>().ToHashSet() });

        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Exchanges
            .Where(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Lifecycle && exchange.BlockedReason is null)
            .Should().HaveCountGreaterThan(20);
        var after = await session.GetAsync("/api/v2/compute/regions");
        after.At("/data")!.Value.ToString().Should().Be(before.At("/data")!.Value.ToString());
    }

    [Test]
    public async Task Object_that_a_request_creates_stands_beside_the_others_until_it_is_deleted()
    {
        await using var session = await WorldMock.StartAsync();
        var count = (await session.GetAsync("/api/v2/compute/regions")).Contents.Count;
        const string West = """{"name":"west","description":"New"}""";
        var id = (await session.SendAsync(HttpMethod.Post, "/api/v2/compute/regions", West)).Number("/data/id");
        (await session.GetAsync("/api/v2/compute/regions")).Contents.Should().HaveCount(count + 1);
        (await session.GetAsync($"/api/v2/compute/regions/{id}")).At("/data/name")!.Value.GetString().Should().Be("west");
        await session.SendAsync(HttpMethod.Delete, $"/api/v2/compute/regions/{id}", null);
        (await session.GetAsync($"/api/v2/compute/regions/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Object_that_a_request_creates_refers_to_what_there_is()
    {
        await using var session = await WorldMock.StartAsync();
        const string Hall = """{"name":"south-2","description":"New","regionId":2}""";
        var id = (await session.SendAsync(HttpMethod.Post, "/api/v2/compute/idcs", Hall)).Number("/data/id");
        var shown = await session.GetAsync($"/api/v2/compute/idcs/{id}");
        shown.Number("/data/regionId").Should().Be(2);
        shown.At("/data/regionName")!.Value.GetString().Should().Be("south");
    }

    [Test]
    public async Task Task_that_a_request_starts_comes_to_an_end()
    {
        await using var session = await WorldMock.StartAsync();
        var id = (await session.SendAsync(HttpMethod.Post, "/api/v2/ob/clusters/2/stop", null)).Number("/data/id");
        (await session.GetAsync($"/api/v2/tasks/instances/{id}")).At("/data/status")!.Value.GetString().Should().Be("RUNNING");
        var ended = await session.GetAsync($"/api/v2/tasks/{id}");
        ended.At("/data/status")!.Value.GetString().Should().Be("SUCCESSFUL");
        ended.Number("/data/id").Should().Be(id);
    }

    [Test]
    public async Task Every_list_that_a_live_run_looks_up_has_an_object()
    {
        await using var session = await WorldMock.StartAsync();
        var found = new Dictionary<string, string>();
        var open = Project.Contract.Resources.Values.Where(resource => resource.Path is not null).ToList();
        while (open.Find(resource => Outer(resource).All(found.ContainsKey)) is { } next)
        {
            open.Remove(next);
            var path = Outer(next).Aggregate(next.Path!, (path, outer) => path.Replace($"{{{outer}}}", found[outer]));
            var query = next.Query.ToDictionary(pair => pair.Key, pair => WorldWalk.Sent(pair.Value));
            var answer = await session.GetAsync(RequestParameters.PathAndQuery(path, query));
            found[next.Name] = answer.At(next.Pointer!)?.ToString() ?? string.Empty;
        }

        open.Should().BeEmpty();
        found.Should().HaveCountGreaterThan(20).And.NotContainValue(string.Empty);

        static IEnumerable<string> Outer(Resource resource) => Placeholder.Matches(resource.Path!).Select(match => match.Groups[1].Value);
    }

    [TestCase("/api/v2/ob/clusters/3/zones")]
    [TestCase("/api/v2/ob/clusters/2/tenants/11")]
    [TestCase("/api/v2/ob/clusters/2/zones/zone3/servers")]
    [TestCase("/api/v2/tasks/instances/502/subtasks/5011/log")]
    public async Task Object_that_is_not_there_or_belongs_to_another_one_is_not_found(string path)
    {
        await using var session = await WorldMock.StartAsync();
        (await session.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [TestCase("/api/v2/ob/clusters?name=standby", "/id", "2")]
    [TestCase("/api/v2/ob/tenants?sort=name,asc", "/name", "archive,billing,events,orders,orders,reports")]
    [TestCase("/api/v2/ob/clusters/1/tenants?status=CREATING", "/id", "13")]
    [TestCase("/api/v2/ob/clusters/1/tenants?page=2&size=3", "/id", "14")]
    [TestCase("/api/v2/compute/hosts?sort=id,desc&size=2", "/id", "110,109")]
    [TestCase("/api/v2/alarm/alarms/actived", "/id", "301,302")]
    [TestCase("/api/v2/alarm/alarms?activeAtStart=2026-02-03T00:00:00Z&activeAtEnd=2026-02-04T23:00:00Z", "/id", "303,304")]
    public async Task List_shows_what_the_query_asks_for(string path, string member, string values)
    {
        await using var session = await WorldMock.StartAsync();
        var answer = await session.GetAsync(path);
        var shown = answer.Contents.Select(entry => JsonPointer.Find(entry, member)!.Value.ToString());
        string.Join(',', shown).Should().Be(values);
    }

    [TestCase("application/json", HttpStatusCode.NotFound, "{")]
    [TestCase("*/*", HttpStatusCode.NotFound, "{")]
    [TestCase("text/html,application/xhtml+xml,*/*;q=0.8", HttpStatusCode.OK, "<")]
    public async Task Path_that_no_operation_has_is_answered_as_the_client_takes_it(string accept, HttpStatusCode status, string begin)
    {
        await using var session = await WorldMock.StartAsync();
        var answer = await session.GetAsync("/api/v2/profiles/me/credentials?targetType=HOST", ("Accept", accept));
        answer.Status.Should().Be(status);
        answer.Text.Should().StartWith(begin);
    }

    [Test]
    public async Task What_was_measured_lies_in_the_last_hour()
    {
        await using var session = await WorldMock.StartAsync();
        var query = string.Join('&', Measured.Select(pair => $"{pair.Key}={Uri.EscapeDataString(WorldWalk.Sent(pair.Value))}"));
        var points = (await session.GetAsync($"/api/v2/monitor/metric?{query}")).Contents;
        points.Select(point => point.GetProperty("io_read_time").GetDecimal()).Should().Equal(1.2m, 1.4m, 1.1m);
    }

    [Test]
    public async Task Precheck_of_a_takeover_is_answered_as_JSON()
    {
        await using var session = await WorldMock.StartAsync();
        var body = Project.Fixtures.Of(Project.Contract["cluster/take-over-cluster-precheck"]).First().RequestBody!.Value.GetRawText();
        var answer = await session.SendAsync(HttpMethod.Post, "/api/v2/ob/clusters/takeOverPreCheck", body);
        answer.At("/successful")!.Value.GetBoolean().Should().BeTrue();
    }

    private static Dictionary<string, string> Measured { get; } = new()
    {
        ["startTime"] = "now-1h",
        ["endTime"] = "now",
        ["metrics"] = "io_read_time",
        ["groupBy"] = "app",
        ["interval"] = "60",
        ["labels"] = "app:ob",
    };

    private static Regex Placeholder { get; } = new(@"\{([^}]+)\}");

    private static Task<RunOutcome> LiveAsync(MockSession session, RunSettings settings) =>
        InProcess.LiveAsync(session.Server.Url, "*", settings, password: MockSession.Password, user: session.Server.Options.UserName);
}
