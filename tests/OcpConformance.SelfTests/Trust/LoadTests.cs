using System.Diagnostics;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.SelfTests.Trust;

[NonParallelizable]
public sealed class LoadTests
{
    private const int Exchanges = 2000;
    private const int Parallelism = 64;
    private const int Rounds = 3;

    // Test machines are busy, and this is no optimized build; the benchmark has the exact figure.
    private const double GreatestFactor = 3;

    // What is left of a run, and what its outcome holds: 32 KB for each exchange.
    private const long GreatestGrowth = 4L * 1024 * 1024;
    private const long GreatestHeld = Exchanges * 32L * 1024;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    // Without the lives of objects, whose steps wait for each other.
    private static IReadOnlyList<PlannedExchange> Plan { get; } =
        [.. ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]).Where(planned => planned.Scenario.Kind != ScenarioKind.Lifecycle).Take(Exchanges)];

    [Test]
    public async Task Run_at_full_load_loses_nothing_and_reuses_its_connections()
    {
        using var traffic = new ServedTraffic();
        RunOutcome outcome;
        await using (var mock = await StartAsync(Latency))
        {
            outcome = await RunAsync(mock, Parallelism);
        }

        traffic.AnsweredRequests.Should().Be(Exchanges + 1, "the run sends each exchange once, and a probe");
        TestContext.Out.WriteLine($"{traffic.OpenedConnections} connections");
        // The pool may open a connection for a request that another one then serves.
        traffic.OpenedConnections.Should().BeInRange(Parallelism / 2, 2 * Parallelism);
        outcome.Exchanges.Should().HaveCount(Exchanges).And.OnlyContain(exchange => exchange.Exchange != null && exchange.Exchange.Answer != null);
        outcome.Result.Exchanges.Should().HaveCount(Exchanges + 1);
    }

    [Test]
    public async Task Run_at_full_load_has_the_result_of_a_sequential_one()
    {
        var sequential = await ResultAsync(1, TimeSpan.Zero);
        NormalizedResult.Differences(sequential, await ResultAsync(Parallelism, Latency)).Should().BeEmpty();

        static async Task<ResultDocument> ResultAsync(int parallel, TimeSpan latency)
        {
            await using var mock = await StartAsync(latency);
            return (await RunAsync(mock, parallel)).Result;
        }
    }

    [Test]
    public async Task Run_at_full_load_keeps_pace_with_a_client_that_judges_nothing()
    {
        await using var mock = await StartAsync(Latency);
        var (run, bare) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bare = Lesser(bare, await TimeAsync(() => AskAsync(mock.Url)));
            run = Lesser(run, await TimeAsync(() => RunAsync(mock, Parallelism)));
        }

        TestContext.Out.WriteLine($"{run / bare:0.00} times a bare client, {run / (Exchanges * Latency / Parallelism):0.00} times the ideal");
        (run / bare).Should().BeLessThan(GreatestFactor);
    }

    [Test]
    public async Task Memory_stays_flat_from_run_to_run()
    {
        var (peaks, rests) = (new List<long>(), new List<long>());
        for (var round = 0; round < Rounds; round++)
        {
            peaks.Add(await HeldWithOutcomeAsync());
            // What is on the stack of the run is held until here.
            await Task.Yield();
            rests.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        TestContext.Out.WriteLine($"bytes held with the outcome of each run: {string.Join(", ", peaks)}; without it: {string.Join(", ", rests)}");
        (rests[^1] - rests[0]).Should().BeLessThan(GreatestGrowth);
        peaks.Zip(rests, (peak, rest) => peak - rest).Should().OnlyContain(held => held < GreatestHeld);
    }

    // The mock keeps what is created, so each run has its own.
    private static async Task<long> HeldWithOutcomeAsync()
    {
        await using var mock = await StartAsync(TimeSpan.Zero);
        var outcome = await RunAsync(mock, Parallelism);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(outcome);
        return held;
    }

    private static Task<MockServer> StartAsync(TimeSpan latency) =>
        MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password, Latency = latency });

    private static Task<RunOutcome> RunAsync(MockServer mock, int parallel)
    {
        var target = RunTarget.WithBasic(TargetKind.Mock, mock.Url, mock.Options.UserName, InProcess.Password) with { AccessKey = new AccessKeyCredentials(mock.Options.AccessKeyId, mock.Options.AccessKeySecret) };
        return new ConformanceRun(Project.Contract, new RunSettings { Parallel = parallel }, target, TimeProvider.System).ExecuteAsync(Plan, CancellationToken.None);
    }

    private static async Task AskAsync(Uri url)
    {
        using var client = new HttpClient();
        await Parallel.ForAsync(0, Exchanges, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (_, token) =>
            (await client.GetAsync(new Uri(url, Project.Contract.ProbePath), token)).Dispose());
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Lesser(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
