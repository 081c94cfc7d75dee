using BenchmarkDotNet.Attributes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;

namespace OcpConformance.Benchmarks.Measures;

/// <summary>A whole run over HTTP on loopback, from the plan to the result.</summary>
public class RunBenchmarks
{
    private const string Password = "measured";

    private readonly RunSettings settings = new();
    private ContractCatalog contract = null!;
    private IReadOnlyList<PlannedExchange> plan = null!;
    private MockServer mock = null!;

    /// <summary>Starts the mock, which is not measured.</summary>
    [GlobalSetup]
    public async Task StartMockAsync()
    {
        contract = ContractLoader.Load(Subject.Root);
        var fixtures = FixtureLoader.Load(contract);
        plan = ScenarioPlanner.ForMock(contract, fixtures, settings.Select);
        mock = await MockServer.StartAsync(contract, fixtures, new MockOptions { Password = Password });
        Console.WriteLine($"// Sent in each run: {plan.Count} exchanges");
    }

    /// <summary>Stops the mock.</summary>
    [GlobalCleanup]
    public async Task StopMockAsync() => await mock.DisposeAsync();

    /// <summary>A run of every operation.</summary>
    [Benchmark]
    public Task<RunOutcome> RunAgainstMock()
    {
        var target = RunTarget.WithBasic(TargetKind.Mock, mock.Url, mock.Options.UserName, Password);
        return new ConformanceRun(contract, settings, target, TimeProvider.System).ExecuteAsync(plan, CancellationToken.None);
    }
}
