// How long the parts of a run take, and what they allocate.
//
//   dotnet run -c Release --project tests/OcpConformance.Benchmarks                              all, with a short job
//   dotnet run -c Release --project tests/OcpConformance.Benchmarks -- --filter '*Judging*'      some
//   dotnet run -c Release --project tests/OcpConformance.Benchmarks -- --job default             more exactly, and much longer
//
// OCP_CONTRACT names another folder with schemas/ and fixtures/, as in a run. The tables are kept in
// BenchmarkDotNet.Artifacts/results of the repository. `dotnet test` builds this project and does not run it.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using OcpConformance.Benchmarks.Measures;
using OcpConformance.Contract.Catalog;

// BenchmarkDotNet looks for the project below the current folder, from wherever it is started.
Environment.CurrentDirectory = ContractRoot.Find(AppContext.BaseDirectory);
string[] all = ["--filter", "*"];
var chosen = args.Length == 0 ? all : args;
var config = ManualConfig.Create(DefaultConfig.Instance).AddDiagnoser(MemoryDiagnoser.Default).WithOptions(ConfigOptions.JoinSummary);
if (!chosen.Contains("--job") && !chosen.Contains("-j"))
{
    config.AddJob(Job.ShortRun);
}

var summaries = BenchmarkSwitcher.FromAssembly(typeof(LoadingBenchmarks).Assembly).Run(chosen, config);
return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
