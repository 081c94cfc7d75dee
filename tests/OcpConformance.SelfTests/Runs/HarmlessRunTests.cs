using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed class HarmlessRunTests
{
    private const string Created = "43";
    private const string Impossible = "2147483646";

    private static readonly string[] Effects = ["write", "destroy", "disrupt"];
    private static readonly Effect[] CreateAndDelete = [Effect.Write, Effect.Destroy];

    private static IEnumerable<string> Combinations =>
        Enumerable.Range(0, 8).Select(bits => string.Join(',', Effects.Where((_, place) => (bits & (1 << place)) != 0)));

    // What the socket saw is held against the contract alone, and not against what the run says of itself.
    [TestCaseSource(nameof(Combinations))]
    public async Task Target_receives_only_what_the_effects_allow(string words)
    {
        var effects = words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => Enum.Parse<Effect>(word, ignoreCase: true)).Append(Effect.Read).ToHashSet();
        using var folder = new TemporaryFolder();
        await using var server = Listing();
        await InProcess.LiveAsync(server.Url, "*", new RunSettings { Effects = effects }, folder.File(WriteLedger.FileName));
        var ledger = File.Exists(folder.File(WriteLedger.FileName)) ? await File.ReadAllLinesAsync(folder.File(WriteLedger.FileName)) : [];

        server.RequestLines.Should().HaveCountGreaterThan(100).And.OnlyContain(line => Allowed(line, effects));
        Changing(server).Should().NotContain(change => !IsOfLife(change.Operation), "an object that was there before is not touched");
        Changing(server).Select(change => change.Operation.Id).Distinct().Should().HaveCount(effects.IsSupersetOf(CreateAndDelete) ? 12 : 0, "six objects are created and deleted where both are allowed");
        server.RequestLines.Where(line => line.StartsWith("DELETE ")).Should().NotContain(line => !line.Split(' ')[1].EndsWith($"/{Created}") && !line.Contains("/ocpconf_"), "only what was created is deleted");
        server.Heads.Where(head => head.StartsWith("GET ")).Should().NotContain(head => head.Contains("Content-Length:") || head.Contains("Transfer-Encoding:"), "no request that reads has a body");
        server.RequestLines.Count(line => !line.StartsWith("GET ") && !line.StartsWith("HEAD ") && !line.StartsWith("OPTIONS "))
            .Should().Be(ledger.Count(line => line.Contains("\"event\":\"sending\"")), "each stands in the ledger");
    }

    [TestCase("tenant/delete-tenant", "cluster.id,tenant.id", "/api/v2/ob/clusters/5/tenants/5")]
    [TestCase("host/delete-hosts", "", "/api/v2/compute/hosts/batchDelete")]
    [TestCase("backup/clear-restore-source", "cluster.id", "/api/v2/ob/backup/restore/clearRestoreSource")]
    public async Task Operation_that_settings_name_with_its_objects_is_sent_with_them(string id, string resources, string path)
    {
        await using var server = Listing();
        var outcome = await InProcess.LiveAsync(server.Url, id, AllEffects with { ResourceValues = resources.Split(',').ToDictionary(name => name, _ => "5") });

        Changing(server).Should().NotBeEmpty().And.OnlyContain(change => change.Operation.Id == id);
        Changing(server).Where(change => !change.Path.Contains(Impossible)).Should().ContainSingle().Which.Path.Should().Be(path);
        outcome.Exchanges.Should().Contain(exchange => exchange.Exchange != null);
    }

    [Test]
    public async Task Object_that_settings_name_is_sent_also_in_a_parameter_that_is_optional()
    {
        await using var server = Listing();
        await InProcess.LiveAsync(server.Url, "inspection/run-inspection", AllEffects with { ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "5" } });

        Changing(server).Should().NotBeEmpty();
        server.RequestLines.Where(line => line.StartsWith("POST ")).Should().OnlyContain(line => line.Contains("objectIds=5"), "an inspection without them is one of everything");
    }

    [TestCase("tenant/delete-tenant", "tenant.id", "it changes what the target has; set OCP_CLUSTER_ID")]
    [TestCase("tenant/delete-tenan?", "cluster.id,tenant.id", "it changes what the target has; name tenant/delete-tenant in OCP_SELECT, without *")]
    [TestCase("tenant/delete-*", "tenant.id", "it changes what the target has; name tenant/delete-tenant in OCP_SELECT, without *, and set OCP_CLUSTER_ID")]
    [TestCase("backup/clear-restore-source", "", "it changes what the target has; set OCP_CLUSTER_ID")]
    [TestCase("host/delete-hosts*", "", "it changes what the target has; name host/delete-hosts in OCP_SELECT, without * (its body comes from fixtures/host/delete-hosts)")]
    public async Task Operation_that_settings_do_not_name_with_its_objects_is_not_sent(string select, string resources, string reason)
    {
        await using var server = Listing();
        var outcome = await InProcess.LiveAsync(server.Url, select, AllEffects with { ResourceValues = resources.Split(',').ToDictionary(name => name, _ => "5") });

        Changing(server).Should().BeEmpty();
        outcome.Exchanges.Select(exchange => exchange.BlockedReason?.Text).Should().Contain(reason);
    }

    [Test]
    public void Every_operation_that_changes_something_is_held_back_unless_settings_name_it_and_its_objects()
    {
        var changing = Project.Contract.Operations.Where(operation => operation.Effect != Effect.Read && operation.TakesJson && !IsOfLife(operation)).ToList();

        changing.Should().HaveCountGreaterThan(100);
        changing.Should().OnlyContain(operation => Held(operation, "*", Named)!.Contains($"name {operation.Id} in OCP_SELECT"));
        changing.Should().OnlyContain(operation => Held(operation, operation.Id, Named) == null);
        changing.Where(operation => operation.Parameters.Any(parameter => parameter.Resource is not null))
            .Should().NotBeEmpty().And.OnlyContain(operation => Held(operation, operation.Id, Nothing)!.Contains("set OCP_"));
    }

    [Test]
    public async Task Request_that_changes_something_stands_in_the_ledger_before_it_is_on_the_wire()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        var seen = string.Empty;
        await using var server = new RawServer(async (_, stream, token) =>
        {
            seen = await File.ReadAllTextAsync(file, token);
            await stream.WriteAsync(RawServer.Http(200, "{}"), token);
        });
        var ledger = new WriteLedger(file, "r", new Redactor([]), TimeProvider.System);
        using var client = new TargetClient(new TargetOptions { BaseUrl = server.Url, AllowedEffects = new HashSet<Effect> { Effect.Write }, Guarded = true, Ledger = ledger }, TimeProvider.System);
        await client.SendAsync(new OutgoingRequest("POST", "/x?y=z", Effect.Write) { Note = new WriteNote("a/b", "region", "ocpconf_r") }, CancellationToken.None);
        File.Delete(file);

        seen.Should().Contain("\"event\":\"sending\"").And.Contain("\"path\":\"/x\"").And.Contain("ocpconf_r").And.NotContain("answered");
    }

    [TestCase(null)]
    [TestCase("/dev/null/ledger.jsonl")]
    public async Task Request_that_cannot_be_noted_is_not_sent(string? file)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask());
        var ledger = file is null ? null : new WriteLedger(file, "r", new Redactor([]), TimeProvider.System);
        using var client = new TargetClient(new TargetOptions { BaseUrl = server.Url, AllowedEffects = new HashSet<Effect> { Effect.Write }, Guarded = true, Ledger = ledger }, TimeProvider.System);
        var send = () => client.SendAsync(new OutgoingRequest("POST", "/x", Effect.Write), CancellationToken.None);

        await send.Should().ThrowAsync<SafetyException>().WithMessage("*ledger*");
        server.RequestLines.Should().BeEmpty();
    }

    private static RunSettings AllEffects => new() { Effects = Enum.GetValues<Effect>().ToHashSet() };

    private static Dictionary<string, string> Nothing => [];

    private static Dictionary<string, string> Named => Project.Contract.Resources.Keys.ToDictionary(name => name, _ => "5");

    private static string? Held(Operation operation, string select, Dictionary<string, string> resources) =>
        ScenarioPlanner.ForLive(Project.Contract, Project.Fixtures, AllEffects with { Select = [select], ResourceValues = resources })
            .First(planned => planned.Operation == operation && planned.Scenario.Kind == ScenarioKind.Nominal).Blocked?.Text;

    private static bool IsOfLife(Operation operation) => Project.Contract.Lifecycles.Objects.Any(lifecycle => lifecycle.Create == operation.Id || lifecycle.Delete == operation.Id);

    // Every list has an object, and every creation answers with another one.
    private static RawServer Listing() => new(async (head, stream, token) => await stream.WriteAsync(
        RawServer.Http(200, head.StartsWith("POST ") ? $$$"""{"data":{"id":{{{Created}}},"dbName":"{{{Created}}}","username":"{{{Created}}}","name":"{{{Created}}}"}} """ : """{"data":{"contents":[{"id":42,"name":"n","dbName":"n","username":"n"}]}}"""), token));

    private static List<(Operation Operation, string Path)> Changing(RawServer server) =>
        [.. server.RequestLines.Select(line => line.Split(' ')).Select(line => (Found: Project.Contract.Find(line[0], line[1].Split('?')[0]), Path: line[1].Split('?')[0]))
            .Where(request => request.Found is var (operation, _) && operation.Effect != Effect.Read).Select(request => (request.Found!.Value.Operation, request.Path))];

    private static bool Allowed(string line, HashSet<Effect> effects)
    {
        var (method, path) = (line.Split(' ')[0], line.Split(' ')[1].Split('?')[0]);
        return method switch
        {
            "GET" => Project.Contract.Find(method, path) is not var (read, _) || effects.Contains(read.Effect),
            "HEAD" or "OPTIONS" => effects.Contains(Effect.Write),
            _ => Project.Contract.Find(method, path) is var (operation, _) && effects.Contains(operation.Effect == Effect.Read ? Effect.Write : operation.Effect),
        };
    }
}
