using System.Text;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class ThrottledRunTests
{
    private const string Documented = """{"duration":0,"error":{"code":0,"message":"Slow down."},"server":"5d0c81f2ab","status":429,"successful":false,"timestamp":"NOW","traceId":""}""";

    private static readonly RunSettings KnownCluster = new() { RateBudget = TimeSpan.FromSeconds(2), ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "42" } };

    [TestCase("backup/query-backup-ability", true)]
    [TestCase("backup/query-backup-ability", false)]
    [TestCase("*", true)]
    public async Task Target_that_throttles_everything_makes_the_run_incomplete(string select, bool known)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(Rejection(), token).AsTask());
        var outcome = await InProcess.LiveAsync(server.Url, select, known ? KnownCluster : new RunSettings { RateBudget = TimeSpan.Zero });

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().StartWith("Every answer was HTTP 429").And.Contain("OCP_RATE_BUDGET_SECONDS");
        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Result.Throttling!.Rejections.Should().Be(server.RequestLines.Count);
        outcome.Result.Throttling.WaitedMs.Should().BeLessThan(outcome.Result.Throttling.BudgetMs + 500);
        outcome.Exchanges.Should().Contain(exchange => known || (exchange.BlockedReason != null && exchange.BlockedReason.Text.Contains("OCP_RATE_BUDGET_SECONDS")));
    }

    [Test]
    public async Task Request_that_is_rejected_once_is_sent_again_and_both_attempts_are_evidence()
    {
        var rejections = 0;
        await using var front = await HostileFront.StartAsync(new("one rejection", null, string.Empty, (body, stream, token) => ++rejections == 1
            ? stream.WriteAsync(Rejection("Retry-After: 1\r\n"), token).AsTask()
            : HostileAnswers.SendAsync(stream, "Content-Type: application/json\r\n", body, token)));
        var outcome = await front.RunAsync();

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        Verdict(outcome.Result, RateLimitRules.ThrottledEnvelope.Id).Should().Be(VerdictKind.Conforms);
        outcome.Result.Throttling.Should().Match<ThrottlingInfo>(info => info.Rejections == 1 && info.WaitedMs >= 900 && info.WaitedMs < 2000 && info.BudgetMs == 2000);
        var rejected = outcome.Result.Exchanges.Single(exchange => exchange.Answer?.Status == 429).Id;
        rejected.Should().EndWith("/throttled");
        outcome.Result.Exchanges.Single(exchange => exchange.Id == rejected[..^"/throttled".Length]).Answer!.Status.Should().Be(200);
        outcome.Exchanges.Should().OnlyContain(exchange => exchange.Exchange == null || exchange.Exchange.Elapsed < TimeSpan.FromSeconds(1), "waiting is no part of an exchange");
    }

    [Test]
    public async Task Rejection_without_the_envelope_is_a_violation_even_where_the_next_attempt_succeeds()
    {
        var rejections = 0;
        await using var front = await HostileFront.StartAsync(new("one rejection", null, string.Empty, (body, stream, token) => ++rejections == 1
            ? stream.WriteAsync(RawServer.Http(429, "<html>Too many</html>", "Content-Type: text/html\r\n"), token).AsTask()
            : HostileAnswers.SendAsync(stream, "Content-Type: application/json\r\n", body, token)));
        var outcome = await front.RunAsync();

        InProcess.Violated(outcome).Should().Equal(RateLimitRules.ThrottledEnvelope.Id);
        var again = Judge(HarReport.Write(outcome.Result));
        again.Result.Requirements.Should().BeEquivalentTo(outcome.Result.Requirements, "the recording holds both attempts");
        again.Conclusion.Should().Be(outcome.Conclusion);
    }

    [Test]
    public async Task Run_that_is_not_throttled_says_nothing_of_it() =>
        (await InProcess.MockAsync("backup/query-backup-ability")).Result.Throttling.Should().BeNull();

    private static byte[] Rejection(string headers = "") =>
        RawServer.Http(429, Documented.Replace("NOW", TimeProvider.System.GetUtcNow().ToString("O")), $"Content-Type: application/json\r\n{headers}");

    private static VerdictKind Verdict(ResultDocument result, string requirement) => result.Requirements.Single(found => found.Id == requirement).Verdict;

    private static RunOutcome Judge(byte[] har)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.har");
        File.WriteAllText(file, Encoding.UTF8.GetString(har));
        try
        {
            var settings = new RunSettings { Replay = file };
            return new RecordedRun(Project.Contract, settings, TimeProvider.System).Execute(RecordedTraffic.Read(Project.Contract, file, settings.Select));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
