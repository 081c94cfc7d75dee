using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Fuzzing;

[Parallelizable(ParallelScope.Children)]
public sealed class HostileAnswersTests
{
    private const int PerSeed = 200;

    private static readonly int[] Statuses = [200, 200, 200, 201, 204, 302, 400, 401, 404, 429, 500, 0, -1, 99999];

    private static readonly string?[] ContentTypes = ["application/json", "application/json", "text/html", "", ";", "application/json;charset=\u96c6", null];

    private static readonly Lazy<Exchange[]> Exchanges = new(() => [.. Project.Contract.Operations.SelectMany(Accepted.Successes).Concat(Accepted.Rejections())]);

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All)), CancelAfter(60_000)]
    public void Any_answer_is_judged_in_the_same_way_each_time(int seed)
    {
        var random = new Random(seed);
        var mutator = new JsonMutator(random);
        for (var number = 0; number < PerSeed; number++)
        {
            var exchange = Broken(Exchanges.Value[random.Next(Exchanges.Value.Length)], random, mutator);
            var examine = () => Violated(exchange).Should().Equal(Violated(exchange));
            examine.Should().NotThrow("of {0} with {1}={2}, number {3}", exchange.Id, Seeds.Variable, seed, number);
        }
    }

    private static Exchange Broken(Exchange exchange, Random random, JsonMutator mutator)
    {
        var answer = exchange.Answer!;
        var body = answer.IsJsonMediaType ? mutator.Mutate(answer.Body.ToArray()) : mutator.Mutate("{}"u8.ToArray());
        var broken = Bodies.WithHeader(Bodies.WithStatus(Bodies.With(exchange, body), Statuses[random.Next(Statuses.Length)]), "Content-Type", ContentTypes[random.Next(ContentTypes.Length)]);
        return broken with { Origin = (ExchangeOrigin)random.Next(3), StartedAt = Accepted.Start, Elapsed = Accepted.Elapsed };
    }

    private static List<string> Violated(Exchange exchange) =>
        [.. new Judge(Project.Contract, new JudgeOptions { UnknownPaths = new UnknownPaths(exchange.Answer, ReleaseIsKnown: false) }, [exchange]).Examine(exchange).Verdicts.Select(verdict => $"{verdict.Requirement.Id} {verdict.Kind}")];
}
