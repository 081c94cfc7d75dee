using System.Diagnostics;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Running;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

[NonParallelizable]
public sealed class LoadTests
{
    private const int Exchanges = 2000;
    private const int Parallelism = 64;

    // Measured beside other tests and on machines that are busy; the benchmark has the exact figure.
    private const double GreatestFactor = 4;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    // The reading part of the plan, as often as it takes: what writes would see its own effects.
    private static IReadOnlyList<PlannedExchange> Plan { get; } = Repeated(
        [.. ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]).Where(planned => planned.Operation.Effect == Contract.Catalog.Effect.Read)]);

    [Test]
    public async Task Two_thousand_exchanges_at_once_lose_nothing_reuse_connections_and_keep_pace_with_a_bare_client()
    {
        await using var mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password, Latency = Latency });
        var bare = await BareAsync(mock.Url);
        var before = mock.Connections;
        var start = Stopwatch.GetTimestamp();
        var outcome = await RunAsync(mock, Parallelism);
        var elapsed = Stopwatch.GetElapsedTime(start);

        outcome.Exchanges.Count.Should().Be(Exchanges);
        outcome.Exchanges.Count(exchange => exchange.Exchange?.Failure is not null).Should().Be(0);
        (mock.Connections - before).Should().BeInRange(1, Parallelism + 1);
        (elapsed / bare).Should().BeLessThan(GreatestFactor, $"a bare client takes {bare}");

        await using var unhurried = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password });
        Verdicts(outcome).Except(Verdicts(await RunAsync(unhurried, 1))).Take(5).Should().BeEmpty();
    }

    [Test]
    public async Task Memory_does_not_grow_from_run_to_run()
    {
        await using var mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password });
        await RunAsync(mock, Parallelism);
        var first = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(mock, Parallelism);
        (GC.GetTotalMemory(forceFullCollection: true) - first).Should().BeLessThan(32L * 1024 * 1024);
    }

    private static IReadOnlyList<PlannedExchange> Repeated(IReadOnlyList<PlannedExchange> plan) =>
        [.. Enumerable.Range(0, Exchanges).Select(index => plan[index % plan.Count])];

    private static List<string> Verdicts(RunOutcome outcome) =>
        [.. outcome.Exchanges.SelectMany(exchange => exchange.Verdicts.Select(verdict => $"{exchange.Planned.Id} {verdict.Requirement.Id} {verdict.Kind}"))];

    private static Task<RunOutcome> RunAsync(MockServer mock, int parallel)
    {
        var target = RunTarget.WithBasic(RunTarget.Mock, mock.Url, mock.Options.UserName, InProcess.Password);
        return new ConformanceRun(Project.Contract, new RunSettings { Parallel = parallel }, target, TimeProvider.System).ExecuteAsync(Plan, CancellationToken.None);
    }

    private static async Task<TimeSpan> BareAsync(Uri url)
    {
        using var client = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Exchanges, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (_, token) =>
            (await client.GetAsync(new Uri(url, Project.Contract.ProbePath), token)).Dispose());
        return Stopwatch.GetElapsedTime(start);
    }
}
