using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

[Parallelizable(ParallelScope.Children)]
public sealed class CrippledTargetTests
{
    private const string Operation = "backup/query-backup-ability";
    private const string EmptyPage = """{"data":{"contents":[],"page":{"totalElements":0,"totalPages":0,"number":1,"size":0}},"duration":0,"server":"a","status":200,"successful":true,"timestamp":"#now","traceId":"#trace"}""";

    [TestCase(401, "application/json", """{"error":{"code":1,"message":"who?"},"duration":0,"server":"a","status":401,"successful":false,"timestamp":"#now","traceId":""}""", "The target refuses the user name and password (HTTP 401)", TestName = "Target_that_only_answers_is_never_green(401)")]
    [TestCase(403, "application/json", """{"error":{"code":1,"message":"no"},"duration":0,"server":"a","status":403,"successful":false,"timestamp":"#now","traceId":""}""", "is answered with HTTP 403", TestName = "Target_that_only_answers_is_never_green(403)")]
    [TestCase(429, "application/json", """{"error":{"code":0,"message":"slow"},"duration":0,"server":"a","status":429,"successful":false,"timestamp":"#now","traceId":""}""", "Every answer was HTTP 429", TestName = "Target_that_only_answers_is_never_green(429)")]
    [TestCase(200, "text/html", "<html><body>Sign in</body></html>", "shows a page for people (HTTP 200)", TestName = "Target_that_only_answers_is_never_green(HTML)")]
    [TestCase(200, "application/json", "", "violated", TestName = "Target_that_only_answers_is_never_green(nothing)")]
    public async Task Target_that_only_answers_is_never_green(int status, string type, string body, string sentence)
    {
        await using var server = UniformServer.Start(status, type, body);
        var outcome = await InProcess.LiveAsync(server.Url, Operation, Settings);
        IsRed(outcome, sentence);
    }

    [Test]
    public async Task Target_whose_every_list_is_empty_is_never_green()
    {
        await using var server = UniformServer.Start(200, "application/json", EmptyPage);
        var outcome = await InProcess.LiveAsync(server.Url, "alarm/query-alarms", Settings);
        outcome.Conclusion.Outcome.Should().NotBe(ConclusionKind.Conformant);
    }

    [Test]
    public async Task Target_that_knows_the_time_and_nothing_else_is_asked_no_more_than_thrice()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(
            head.StartsWith($"GET {Project.Contract.ProbePath} ", StringComparison.Ordinal)
                ? RawServer.Http(200, UniformServer.Now, "Content-Type: text/plain\r\n")
                : RawServer.Http(404, UniformServer.Fresh("""{"error":{"code":1,"message":"no"},"duration":0,"server":"a","status":404,"successful":false,"timestamp":"#now","traceId":"#trace"}""")),
            token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, "*");

        IsRed(outcome, "GET /api/v2/ob/clusters is answered with HTTP 404, and others bring no data either; check OCP_BASE_URL");
        server.RequestLines.Should().HaveCount(3).And.OnlyHaveUniqueItems();
    }

    [TestCase("""{"names":[],"parts":[]}""", ConclusionKind.Conformant)]
    [TestCase("""{"contents":[]}""", ConclusionKind.Incomplete)]
    [TestCase("""{"contents":[{}]}""", ConclusionKind.Conformant)]
    [TestCase("""{"contents":[7]}""", ConclusionKind.NonConformant)]
    public void Answers_of_empty_lists_alone_leave_the_run_incomplete(string data, ConclusionKind kind)
    {
        using var folder = new TemporaryContract().WithStructure(data.Contains("names", StringComparison.Ordinal)
            ? """{"type":"object","properties":{"names":{"type":"array","items":{"type":"string"}},"parts":{"type":"array"}}}"""
            : """{"type":"object","properties":{"contents":{"type":"array","items":{"type":"object"}}}}""");
        var outcome = Recordings.Judge(folder.Load(), new RunSettings(), data);
        outcome.Conclusion.Outcome.Should().Be(kind, outcome.Conclusion.Reason.Text);
        (outcome.Conclusion.Reason.Text == "Every list that was answered was empty, so no member of any answer was judged; ask a target that has objects.").Should().Be(kind == ConclusionKind.Incomplete);
    }

    [Test]
    public async Task Run_whose_operations_are_all_blocked_is_never_green()
    {
        await using var server = UniformServer.Start(404, "application/json", """{"error":{"code":1,"message":"no"},"duration":0,"server":"a","status":404,"successful":false,"timestamp":"#now","traceId":""}""");
        IsRed(await InProcess.LiveAsync(server.Url, "tenant/delete-*", Settings), "GET /api/v2/ob/clusters is answered with HTTP 404");
    }

    private static RunSettings Settings => new() { RateBudget = TimeSpan.Zero, ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "1" } };

    private static void IsRed(RunOutcome outcome, string sentence)
    {
        outcome.Conclusion.Outcome.Should().NotBe(ConclusionKind.Conformant);
        outcome.Conclusion.Reason.Text.Should().Contain(sentence);
        outcome.Result.Conclusion.Outcome.Should().Be(outcome.Conclusion.Outcome);
        FalseGreen.Agree(outcome.Result, ReportFormats.All.Single(format => format.FileName == JUnitReport.FileName).Write(outcome.Result));
    }
}
