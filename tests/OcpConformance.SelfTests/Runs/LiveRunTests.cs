using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class LiveRunTests
{
    private const string Operation = "backup/query-backup-ability";
    private static int traces;

    [Test]
    public async Task Live_target_is_asked_for_a_cluster_and_judged_with_it()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, Operation);

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        server.RequestLines.Distinct().Should().BeEquivalentTo(
            "GET /api/v2/info HTTP/1.1",
            "GET /api/v2/ocp-conformance/no-such-path HTTP/1.1",
            "GET /api/v2/ob/clusters HTTP/1.1",
            "GET /api/v2/ob/clusters/42/backup/ability HTTP/1.1",
            "GET /api/v2/ob/clusters/42/backup/ability/ HTTP/1.1",
            "GET /api/v2/ob/clusters/42/backup//ability HTTP/1.1",
            "GET /api/v2/ob/clusters/2147483646/backup/ability HTTP/1.1",
            "GET /api/v2/ob/clusters/not-an-integer/backup/ability HTTP/1.1");
        server.RequestLines.Count(line => line == "GET /api/v2/ob/clusters/42/backup/ability HTTP/1.1")
            .Should().Be(11, "valid, with a password, without credentials, by five callers who are refused, in two languages and with a trace id");
        server.RequestLines.Should().OnlyContain(line => line.StartsWith("GET "));
    }

    [Test]
    public async Task Cluster_id_from_the_setting_is_not_looked_up()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        await InProcess.LiveAsync(server.Url, Operation, new RunSettings { ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "42" } });

        server.RequestLines.Count(line => line == "GET /api/v2/ob/clusters HTTP/1.1").Should().Be(3, "the credentials are tried at first, and after the first and the second wrong password");
    }

    [Test]
    public async Task Target_without_a_cluster_blocks_the_operation_and_names_the_setting()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(head.StartsWith("GET /api/v2/ob/clusters ") ? Envelope(200, new JsonObject { ["contents"] = new JsonArray() }, null) : Rejection(404), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, Operation);

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Contain("OCP_CLUSTER_ID");
        outcome.Result.Totals.Blocked.Should().BePositive();
    }

    [TestCase(Operation)]
    [TestCase("*")]
    public async Task Cluster_that_the_setting_names_and_the_target_does_not_know_makes_the_run_incomplete(string select)
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, select, new RunSettings { ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "7" } });

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().StartWith("The target does not know the object that OCP_CLUSTER_ID names (HTTP 404 for GET /api/v2/ob/clusters/7").And.Contain("); correct OCP_CLUSTER_ID, or leave it out.");
    }

    [Test]
    public async Task Target_that_refuses_everybody_is_no_green_run()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Rejection(401), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, Operation, new RunSettings { ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "42" } });

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Be("The target refuses the user name and password (HTTP 401), so nothing else is sent; correct OCP_USERNAME and OCP_PASSWORD.");
        server.RequestLines.Should().ContainSingle();
    }

    [Test]
    public async Task Target_that_cannot_be_reached_blocks_everything_and_says_why()
    {
        var server = new RawServer((_, _, _) => Task.CompletedTask);
        await server.DisposeAsync();
        var outcome = await InProcess.LiveAsync(server.Url, "*");

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Contain("nothing listens at");
        outcome.Exchanges.Should().OnlyContain(exchange => exchange.BlockedReason!.Text.Contains("nothing listens at"));
        outcome.Result.Totals.Blocked.Should().Be(outcome.Result.Totals.Requirements);
    }

    [TestCase("a")]
    [TestCase("is")]
    [TestCase("127")]
    public async Task Very_short_password_leaves_the_conclusion_readable(string password)
    {
        var outcome = await InProcess.LiveAsync(new Uri("http://127.0.0.1:1"), Operation, password: password);
        outcome.Result.Conclusion.Reason.Text.Should().Be("The target cannot be reached: nothing listens at http://127.0.0.1:1 (connection refused).");
    }

    [Test]
    public async Task Operation_that_a_target_of_unknown_release_does_not_have_is_blocked()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "task/query-tasks");

        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Contain("OCP_VERSION");
    }

    [Test]
    public async Task Whole_contract_sends_nothing_but_GET_and_blocks_what_the_target_does_not_have()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "*");

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete, "it has next to nothing");
        outcome.Conclusion.Reason.Text.Should().StartWith("Only 1 of ");
        server.RequestLines.Should().HaveCountGreaterThan(100).And.OnlyContain(line => line.StartsWith("GET "));
        outcome.Exchanges.Where(exchange => exchange.Planned.Operation.Effect != OcpConformance.Contract.Catalog.Effect.Read)
            .Should().OnlyContain(exchange => exchange.BlockedReason!.Text.Contains("OCP_EFFECTS"));
    }

    [Test]
    public async Task Console_that_shows_its_page_for_what_it_does_not_have_is_no_violation()
    {
        var page = RawServer.Http(200, "<!DOCTYPE html><html></html>", "Content-Type: text/html\r\n");
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(
            head.StartsWith("GET /api/v2/ob/clusters ") || head.Contains("/backup/ability ") ? Answer(head) : page, token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "*");

        InProcess.Violated(outcome).Where(requirement => requirement.StartsWith("protocol!")).Should().BeEmpty();
        outcome.Exchanges.Where(exchange => exchange.Planned.Operation.Id == "host/query-regions").SelectMany(exchange => exchange.Verdicts)
            .Should().OnlyContain(verdict => verdict.Kind != OcpConformance.Contract.Judging.VerdictKind.Violates);
    }

    [Test]
    public async Task Effects_that_are_allowed_are_sent_and_no_others()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var effects = new HashSet<OcpConformance.Contract.Catalog.Effect> { OcpConformance.Contract.Catalog.Effect.Read, OcpConformance.Contract.Catalog.Effect.Write };
        var outcome = await InProcess.LiveAsync(server.Url, "*", new RunSettings { Effects = effects });

        outcome.Exchanges.Where(exchange => exchange.Planned.Operation.Effect != OcpConformance.Contract.Catalog.Effect.Read)
            .Should().OnlyContain(exchange => exchange.BlockedReason != null, "no setting names it");
        server.RequestLines.Should().Contain(line => line.StartsWith("POST ")).And.NotContain(line => line.StartsWith("DELETE "));
        outcome.Exchanges.Where(exchange => !effects.Contains(exchange.Planned.Operation.Effect)).Should().OnlyContain(exchange => exchange.BlockedReason!.Text.Contains("OCP_EFFECTS"));
        server.RequestLines.Should().NotContain("POST /api/v2/compute/regions HTTP/1.1", "a region would not be deleted again");
        outcome.Exchanges.Where(exchange => exchange.Exchange?.Request.Method == "POST" && exchange.Planned.Body is not null)
            .Should().NotBeEmpty().And.OnlyContain(exchange => exchange.Exchange!.Request.Body!.Value.Length > 0);
    }

    [Test]
    public async Task Operation_that_changes_something_is_called_once_and_without_credentials_only_for_what_cannot_exist()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var settings = new RunSettings { Effects = Enum.GetValues<OcpConformance.Contract.Catalog.Effect>().ToHashSet(), ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "42", ["tenant.id"] = "7" } };
        await InProcess.LiveAsync(server.Url, "tenant/delete-tenant", settings);

        server.Heads.Where(head => !head.StartsWith("GET ")).Select(head => (head.Split(' ')[1], head.Contains("Authorization:"))).Should().BeEquivalentTo(
            new[] { ("/api/v2/ob/clusters/42/tenants/7", true), ("/api/v2/ob/clusters/2147483646/tenants/2147483646", false) });
    }

    [Test]
    public async Task Object_that_the_target_named_itself_and_then_denies_is_a_violation()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(
            head.StartsWith("GET /api/v2/ob/clusters/42/backup/ability ") && head.Contains("Authorization") ? Rejection(404, "OBJECT") : Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, Operation);

        InProcess.Violated(outcome).Should().Equal("envelope!message-in-language", "protocol!nominal-succeeds");
    }

    [Test]
    public async Task Operation_that_a_target_of_known_release_does_not_have_is_a_violation()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "task/query-tasks", new RunSettings { Version = new Version(4, 2, 2) });

        InProcess.Violated(outcome).Should().Contain("protocol!nominal-succeeds");
    }

    [TestCase("cluster/get-cluster-stats", 1)]
    [TestCase("task/query-tasks", 0)]
    public async Task Target_of_known_release_is_asked_for_an_unknown_path_where_an_operation_is_assumed_to_be_there(string operation, int asked)
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, operation, new RunSettings { Version = new Version(4, 3, 0) });

        server.RequestLines.Count(line => line == "GET /api/v2/ocp-conformance/no-such-path HTTP/1.1").Should().Be(asked + 1, "once it is tried as an odd request");
        InProcess.Violated(outcome).Contains("protocol!nominal-succeeds").Should().Be(asked == 0);
        outcome.Conclusion.Outcome.Should().Be(asked == 0 ? ConclusionKind.NonConformant : ConclusionKind.Incomplete, outcome.Conclusion.Reason.Text);
    }

    [TestCase("4.0.0-20230101", ConclusionKind.Conformant, 0)]
    [TestCase("3.3.0", ConclusionKind.Incomplete, 1)]
    public async Task Release_that_the_target_reports_decides_what_is_judged(string version, ConclusionKind conclusion, int leftOut)
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(
            head.StartsWith("GET /api/v2/info ") ? RawServer.Http(200, $$"""{"buildVersion":"{{version}}"}""") : Answer(head), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, Operation);

        outcome.Conclusion.Outcome.Should().Be(conclusion, outcome.Conclusion.Reason.Text);
        outcome.LeftOut.Count(operation => operation.Operation == Operation).Should().Be(leftOut);
        outcome.Result.Contract.VersionSource.Text.Should().Be("reported by the target");
    }

    [Test]
    public async Task Password_appears_nowhere_in_the_result()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(RawServer.Http(200, $$"""{"echo":{{JsonSerializer.Serialize(head)}}}""", $"X-Echo: {InProcess.Password}\r\n"), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, Operation, new RunSettings { ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "42" } });

        var text = JsonSerializer.Serialize(outcome.Result);
        text.Should().NotContain(InProcess.Password).And.NotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"admin:{InProcess.Password}")));
        text.Should().Contain("[redacted]");
    }

    private static byte[] Answer(string head)
    {
        var authorized = head.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"admin:{InProcess.Password}")));
        return !authorized ? Rejection(401)
            : head.StartsWith("GET /api/v2/ob/clusters ") ? Envelope(200, new JsonObject { ["contents"] = new JsonArray(new JsonObject { ["id"] = 42 }) }, null)
            : head.StartsWith("GET /api/v2/ob/clusters/42/backup/ability ") ? Envelope(200, new JsonObject { ["backupMode"] = "LOGICAL_BACKUP" }, null)
            : Rejection(404, head.Contains("/backup/ability") ? "OBJECT" : "PATH");
    }

    private static byte[] Rejection(int status, string code = "COM10001") => Envelope(status, null, new JsonObject { ["code"] = code, ["message"] = "no" });

    private static byte[] Envelope(int status, JsonObject? data, JsonObject? error) => RawServer.Http(status, new JsonObject
    {
        ["data"] = data,
        ["duration"] = 0,
        ["error"] = error,
        ["server"] = "another-make",
        ["status"] = status,
        ["successful"] = status == 200,
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O"),
        ["traceId"] = status == 200 ? $"{Interlocked.Increment(ref traces):x16}" : string.Empty,
    }.ToJsonString());
}
