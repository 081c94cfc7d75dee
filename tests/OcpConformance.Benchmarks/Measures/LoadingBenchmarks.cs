using BenchmarkDotNet.Attributes;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Benchmarks.Measures;

/// <summary>Loading of the contract: files are read and checked, and requirements are derived from them.</summary>
public class LoadingBenchmarks
{
    private readonly string root = Subject.Root;

    /// <summary>The whole contract.</summary>
    [Benchmark]
    public ContractCatalog LoadContract() => ContractLoader.Load(root);
}
