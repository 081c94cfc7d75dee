using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.SelfTests.Trust;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed class FailedLoginTests
{
    private const string Login = "GET /api/v2/ob/clusters HTTP/1.1";
    private static readonly string[] Select = ["host/query-regions", "host/query-idcs", "host/query-host-types", "alarm/query-alarms", "task/query-tasks", "cluster/query-clusters"];

    [TestCase(false, false, "The target refuses the user name and password (HTTP 401), so nothing else is sent; correct OCP_USERNAME and OCP_PASSWORD.")]
    [TestCase(false, true, "The target refuses the user name and password (HTTP 401), so nothing else is sent; correct OCP_USERNAME and OCP_PASSWORD.")]
    [TestCase(true, false, "The target refuses the access key (HTTP 401), so nothing else is sent; correct OCP_ACCESS_KEY_ID and OCP_ACCESS_KEY_SECRET, and see that the clocks agree.")]
    public async Task Wrong_credentials_are_sent_once_and_nothing_else_is(bool signs, bool both, string sentence)
    {
        await using var server = await LockingServer.StartAsync();
        var outcome = await RunAsync(server.Server, server.Target(signs, right: false, both));

        server.Server.RequestLines.Should().Equal(Login);
        server.FailedLogins.Should().Be(1);
        (outcome.Conclusion.Outcome, outcome.Conclusion.Reason.Text).Should().Be((ConclusionKind.Incomplete, sentence));
        outcome.Exchanges.Should().OnlyContain(exchange => exchange.Exchange == null && exchange.BlockedReason!.Text.StartsWith("the target refuses the "));
    }

    [TestCase(false, false, 1)]
    [TestCase(false, false, 8)]
    [TestCase(true, false, 8)]
    [TestCase(false, true, 8)]
    [TestCase(true, true, 8)]
    public async Task Right_credentials_are_not_locked_by_the_wrong_ones_that_a_run_tries(bool signs, bool both, int parallel)
    {
        await using var server = await LockingServer.StartAsync();
        var outcome = await RunAsync(server.Server, server.Target(signs, right: true, both), parallel);

        server.FailedLogins.Should().Be(3);
        server.LongestRow.Should().Be(1, "right credentials are used in between");
        var callers = outcome.Exchanges.Where(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.WrongCredentials).ToList();
        callers.Count(exchange => exchange.Exchange is not null && !IsHarmless(exchange)).Should().Be(3);
        callers.Where(exchange => exchange.BlockedReason is not null).Should().OnlyContain(exchange => exchange.BlockedReason!.Text.Contains("at most 3 requests that a target could count") || exchange.BlockedReason.Text.Contains("is known; set OCP_"));
        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Exchanges.Where(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Nominal).Should().NotContain(exchange => exchange.BlockedReason != null && exchange.BlockedReason.Text.Contains("lock"));
    }

    [TestCase(401, "application/json", """{"status":401}""")]
    [TestCase(200, "application/json", """{"successful":false,"status":401,"error":{"code":1,"message":"no"}}""")]
    [TestCase(403, "application/json", "{}")]
    [TestCase(404, "application/json", "{}")]
    [TestCase(500, "application/json", "{}")]
    [TestCase(429, "application/json", "{}")]
    [TestCase(302, "text/plain", "")]
    [TestCase(200, "text/html", "<html>Sign in</html>")]
    public async Task Failed_logins_are_few_whatever_they_are_answered_with(int status, string type, string body)
    {
        foreach (var (signs, right) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            await using var server = await LockingServer.StartAsync((_, stream, token) =>
                stream.WriteAsync(RawServer.Http(status, body, $"Content-Type: {type}\r\nRetry-After: 0\r\nLocation: /login\r\n"), token).AsTask());
            var outcome = await RunAsync(server.Server, server.Target(signs, right));

            server.FailedLogins.Should().BeInRange(1, 3);
            (right || outcome.Conclusion.Outcome == ConclusionKind.Incomplete).Should().BeTrue(outcome.Conclusion.Reason.Text);
        }
    }

    [TestCase(false, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Failed_login_whose_connection_breaks_is_not_repeated(bool signs, bool right)
    {
        await using var server = await LockingServer.StartAsync((_, stream, _) =>
        {
            RawServer.Reset(stream);
            return Task.CompletedTask;
        });
        await RunAsync(server.Server, server.Target(signs, right));

        server.FailedLogins.Should().Be(right ? 3 : 1);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Credentials_that_stop_working_stop_the_run(bool signs)
    {
        await using var server = await LockingServer.StartAsync(async (_, stream, token) =>
        {
            // Long enough for the others to be under way.
            await Task.Delay(100, token);
            await stream.WriteAsync(LockingServer.Refusal(), token);
        }, works: requests => requests <= 20);
        var outcome = await RunAsync(server.Server, server.Target(signs, right: true));
        var requests = server.Server.RequestLines.Count;

        server.FailedLogins.Should().BeInRange(2, 3);
        requests.Should().BeLessThan(40);
        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete, outcome.Conclusion.Reason.Text);
        outcome.Conclusion.Reason.Text.Should().StartWith($"The target refused the {(signs ? "access key" : "user name and password")} ").And.Contain("in a row (HTTP 401) that it had accepted before").And.EndWith("see what locks the user, and run again.");
        outcome.Exchanges.Count(exchange => exchange.BlockedReason?.Text.Contains("more requests could lock the user") == true).Should().BeGreaterThan(30);
    }

    [Test]
    public async Task What_is_violated_before_credentials_stop_working_stays_violated()
    {
        await using var server = await LockingServer.StartAsync(works: requests => requests <= 20);
        await using var front = new RawServer(async (head, stream, token) => await stream.WriteAsync(
            head.StartsWith("GET /api/v2/time ", StringComparison.Ordinal) ? RawServer.Http(200, "yesterday") : await HostileFront.AskAsync(server.Server.Url, head, stream, token), token));
        var outcome = await RunAsync(front, server.Target(signs: false, right: true) with { BaseUrl = front.Url }, select: ["health/query-time", .. Select]);

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.NonConformant);
        outcome.Conclusion.Reason.Text.Should().Contain("violated").And.Contain("in a row (HTTP 401) that it had accepted before");
    }

    private static bool IsHarmless(ExchangeOutcome exchange) =>
        RefusedCaller.WithoutUser.Contains(exchange.Planned.Scenario.Detail!) || exchange.Planned.Scenario.Detail == RefusedCaller.UnknownKey;

    private static Task<RunOutcome> RunAsync(RawServer server, RunTarget target, int parallel = 8, string[]? select = null)
    {
        var settings = new RunSettings { BaseUrl = server.Url, Select = select ?? Select, Parallel = parallel, UsesAccessKey = target.Signs };
        return new ConformanceRun(Project.Contract, settings, target, TimeProvider.System).ExecuteAsync(ScenarioPlanner.ForLive(Project.Contract, null, settings), CancellationToken.None);
    }
}
