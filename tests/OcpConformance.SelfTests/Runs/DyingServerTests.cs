using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed class DyingServerTests
{
    private const string Select = "backup/query-backup-*";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [TestCase("")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"data\"")]
    public async Task Exchanges_while_the_server_is_away_are_blocked_and_no_others(string beginning)
    {
        await using var mock = await StartAsync();
        await using var server = new MortalServer(mock.Url, (_, requests) => requests == 12, 20, beginning);
        var outcome = await RunAsync(server, mock, 1);
        var away = Away(outcome);

        away.Should().HaveCountGreaterThan(3).And.OnlyContain(exchange => exchange.Exchange!.Elapsed < Limit && exchange.Verdicts.All(verdict => verdict.Kind == VerdictKind.Blocked && verdict.Reason!.Text.Contains("nothing listens at http://localhost:")));
        outcome.Exchanges.TakeWhile(exchange => !away.Contains(exchange)).Should().HaveCountGreaterThan(5);
        outcome.Exchanges.Reverse().TakeWhile(exchange => !away.Contains(exchange)).Should().HaveCountGreaterThan(5);
        (outcome.Conclusion.Outcome, outcome.Conclusion.Reason.Text).Should().Match<(ConclusionKind Kind, string Reason)>(conclusion => conclusion.Kind == ConclusionKind.Incomplete && conclusion.Reason.StartsWith($"The target was away for {away.Count} exchanges, which are blocked: the target "));

        await using var whole = new MortalServer(mock.Url, (_, _) => false, 0);
        var undisturbed = (await RunAsync(whole, mock, 1)).Exchanges.ToDictionary(exchange => exchange.Planned.Id);
        outcome.Exchanges.Except(away).Where(exchange => exchange.Planned.Scenario.Kind != ScenarioKind.Page)
            .Should().OnlyContain(exchange => Said(exchange) == Said(undisturbed[exchange.Planned.Id]), "what was answered is judged as ever");
    }

    [Test]
    public async Task Exchanges_at_the_same_time_fare_alike()
    {
        await using var mock = await StartAsync();
        await using var server = new MortalServer(mock.Url, (_, requests) => requests == 12, 24);
        var outcome = await RunAsync(server, mock, 8);

        InProcess.Violated(outcome).Should().BeEmpty();
        Away(outcome).Should().NotBeEmpty();
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
    }

    [Test]
    public async Task Object_that_could_not_be_looked_up_is_looked_up_again()
    {
        await using var mock = await StartAsync();
        await using var server = new MortalServer(mock.Url, (head, requests) => requests > 1 && head.StartsWith("GET /api/v2/ob/clusters "), 6);
        var outcome = await RunAsync(server, mock, 1, TargetKind.Live);

        outcome.Exchanges[0].BlockedReason!.Text.Should().Match("GET /api/v2/ob/clusters could not be asked (nothing listens at http://localhost:* (connection refused)); run again, or set OCP_CLUSTER_ID");
        outcome.Exchanges.Should().Contain(exchange => exchange.Planned.Scenario.Kind == ScenarioKind.Nominal && exchange.Exchange != null, "the cluster was found later");
        server.Server.RequestLines.Count(line => line == "GET /api/v2/ob/clusters HTTP/1.1").Should().BeGreaterThan(2, "it is asked once more when it is there");
        outcome.Result.Exchanges.Select(exchange => exchange.Id).Should().OnlyHaveUniqueItems();
    }

    private static Task<MockServer> StartAsync() => MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password });

    private static async Task<RunOutcome> RunAsync(MortalServer server, MockServer mock, int parallel, string kind = TargetKind.Mock)
    {
        var settings = new RunSettings { Select = [Select], Parallel = parallel, Timeout = Limit, ConnectTimeout = Limit, RateBudget = TimeSpan.Zero };
        var plan = kind == TargetKind.Mock ? ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, settings.Select) : ScenarioPlanner.ForLive(Project.Contract, null, settings);
        return await new ConformanceRun(Project.Contract, settings, RunTarget.WithBasic(kind, server.Server.Url, mock.Options.UserName, InProcess.Password), server.Clock).ExecuteAsync(plan, CancellationToken.None);
    }

    private static List<ExchangeOutcome> Away(RunOutcome outcome) => [.. outcome.Exchanges.Where(exchange => exchange.Exchange is { Answer: null })];

    private static string Said(ExchangeOutcome outcome) => string.Join(' ', outcome.Verdicts.Select(verdict => $"{verdict.Requirement.Id}={verdict.Kind}"));
}
