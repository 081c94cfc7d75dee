using BenchmarkDotNet.Attributes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;

namespace OcpConformance.Benchmarks.Measures;

/// <summary>A run of many exchanges at a time with a target that takes its time. The ratio to the ideal is the factor by which it takes longer.</summary>
public class LoadBenchmarks
{
    private const string Password = "measured";
    private const int Exchanges = 2000;
    private const int Parallelism = 64;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    private readonly RunSettings settings = new() { Parallel = Parallelism };
    private ContractCatalog contract = null!;
    private IReadOnlyList<PlannedExchange> plan = null!;
    private MockServer mock = null!;

    /// <summary>Starts the mock, which is not measured. Objects that live are left out of the plan, because each step waits for the one before.</summary>
    [GlobalSetup]
    public async Task StartMockAsync()
    {
        contract = ContractLoader.Load(Subject.Root);
        var fixtures = FixtureLoader.Load(contract);
        plan = [.. ScenarioPlanner.ForMock(contract, fixtures, settings.Select).Where(planned => planned.Scenario.Kind != ScenarioKind.Lifecycle).Take(Exchanges)];
        mock = await MockServer.StartAsync(contract, fixtures, new MockOptions { Password = Password, Latency = Latency });
        Console.WriteLine($"// {plan.Count} exchanges, {Parallelism} at a time, each answered after {Latency.TotalMilliseconds} ms");
    }

    /// <summary>Stops the mock.</summary>
    [GlobalCleanup]
    public async Task StopMockAsync() => await mock.DisposeAsync();

    /// <summary>What the answers alone take: exchanges times latency by parallelism, and the probe that a run starts with.</summary>
    [Benchmark(Baseline = true)]
    public Task Ideal() => Task.Delay((Latency * plan.Count / Parallelism) + Latency);

    /// <summary>The same number of answers to a client that keeps nothing and judges nothing.</summary>
    [Benchmark]
    public async Task BareClient()
    {
        using var client = new HttpClient();
        await Parallel.ForAsync(0, plan.Count, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (_, token) =>
            (await client.GetAsync(new Uri(mock.Url, contract.ProbePath), token)).Dispose());
    }

    /// <summary>A run, from the plan to the result.</summary>
    [Benchmark]
    public Task<RunOutcome> Run()
    {
        var target = RunTarget.WithBasic(TargetKind.Mock, mock.Url, mock.Options.UserName, Password);
        return new ConformanceRun(contract, settings, target, TimeProvider.System).ExecuteAsync(plan, CancellationToken.None);
    }
}
