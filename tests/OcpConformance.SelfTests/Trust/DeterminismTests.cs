using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Running;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

public sealed class DeterminismTests
{
    private const string Select = "backup/query-*";
    private static readonly int[] Parallelism = [1, 2, 3, 5, 8, 13, 21, 34, 55, 64];

    [Test]
    public async Task Ten_runs_with_different_parallelism_have_the_same_result_byte_by_byte()
    {
        var expected = NormalizedResult.Of(await RunAsync(Plan, 1)).Split('\n');
        foreach (var parallel in Parallelism)
        {
            var actual = NormalizedResult.Of(await RunAsync(Plan, parallel)).Split('\n');
            Differences(expected, actual).Should().BeEmpty($"runs differ in nothing but: {string.Join("; ", NormalizedResult.Differing.Select(differing => differing.Member))}");
        }
    }

    [Test]
    public async Task Ten_runs_in_random_order_have_the_same_verdicts()
    {
        var expected = await RunAsync(Plan, 1);
        for (var seed = 0; seed < Parallelism.Length; seed++)
        {
            var order = Plan.ToArray();
            new Random(seed).Shuffle(order);
            var actual = await RunAsync(order, Parallelism[seed]);
            Differences(Verdicts(expected), Verdicts(actual)).Should().BeEmpty($"seed {seed} only changes the order");
            actual.Result.Totals.Should().Be(expected.Result.Totals);
            actual.Conclusion.Should().Be(expected.Conclusion);
        }
    }

    private static IReadOnlyList<PlannedExchange> Plan => ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, [Select]);

    private static IEnumerable<string> Differences(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected.Count != actual.Count ? [$"{expected.Count} and {actual.Count} lines"]
        : expected.Zip(actual).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First} | {pair.Second}").Take(5);

    private static List<string> Verdicts(RunOutcome outcome) =>
        [.. outcome.Exchanges.SelectMany(exchange => exchange.Verdicts.Select(verdict => $"{exchange.Planned.Id} {verdict.Requirement.Id} {verdict.Kind}")).Order(StringComparer.Ordinal)];

    private static async Task<RunOutcome> RunAsync(IReadOnlyList<PlannedExchange> plan, int parallel)
    {
        await using var mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = InProcess.Password });
        var target = RunTarget.WithBasic(RunTarget.Mock, mock.Url, mock.Options.UserName, InProcess.Password);
        return await new ConformanceRun(Project.Contract, new RunSettings { Select = [Select], Parallel = parallel }, target, TimeProvider.System).ExecuteAsync(plan, CancellationToken.None);
    }
}
