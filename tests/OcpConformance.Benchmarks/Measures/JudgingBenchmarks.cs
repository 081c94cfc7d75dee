using BenchmarkDotNet.Attributes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Judging;

namespace OcpConformance.Benchmarks.Measures;

/// <summary>Judging of one answer.</summary>
public class JudgingBenchmarks
{
    private const int Bytes = 2048;

    private Judge judge = null!;
    private Exchange exchange = null!;

    /// <summary>Takes the example whose answer is nearest to 2 KB.</summary>
    [GlobalSetup]
    public void ChooseExchange()
    {
        var contract = ContractLoader.Load(Subject.Root);
        var fixtures = FixtureLoader.Load(contract);
        exchange = contract.Operations
            .SelectMany(fixtures.Of)
            .Select(fixture => fixture.ToExchange())
            .MinBy(candidate => Math.Abs(candidate.Answer!.Body.Length - Bytes))!;
        judge = new Judge(contract, new JudgeOptions(), [exchange]);
        Console.WriteLine($"// Judged: {exchange.Id}, {exchange.Answer!.Body.Length} bytes, {judge.Examine(exchange).Verdicts.Count} requirements");
    }

    /// <summary>All requirements of the answer.</summary>
    [Benchmark]
    public Judgement JudgeAnswer() => judge.Examine(exchange);
}
