using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

[Parallelizable(ParallelScope.Children)]
public sealed class MutationTests
{
    private static readonly Judge Judge = new(Project.Contract, new JudgeOptions(), []);

    private static readonly MutationScore Score = new();

    private static IEnumerable<string> Operations => Project.Contract.Operations.Select(operation => operation.Id);

    // Written as errors, because the console shows nothing else of what a test host writes.
    [OneTimeTearDown]
    public void Print_the_score() => TestContext.Error.WriteLine(Score.ToString());

    [Test]
    public void Accepted_exchanges_violate_nothing()
    {
        var accepted = Project.Contract.Operations.SelectMany(Accepted.Successes).Concat(Accepted.Rejections())
            .SelectMany(exchange => new[] { exchange, exchange.Operation.Shape == AnswerShape.Bare ? exchange : Accepted.AsSent(exchange) })
            .Concat(ObservationMutants.Accepted(Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First()))
            .Concat(ObservationMutants.Accepted(Accepted.Successes(Project.Contract["health/query-info"]).First()))
            .ToList();
        var violations = accepted.SelectMany(exchange => Violated(exchange).Select(requirement => $"{exchange.Id}: {requirement}"));
        accepted.Should().HaveCountGreaterThan(Project.Contract.Operations.Count);
        violations.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Operations))]
    public void Every_requirement_of_the_operation_reports_its_own_mutants_alone(string id)
    {
        var operation = Project.Contract[id];
        var survivors = new List<string>();
        var killed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mutant in MutantsOf(operation))
        {
            if (Judged(mutant, survivors))
            {
                killed.Add(mutant.Requirement);
            }
        }

        // One edit may break several rules at once, so a rule needs one mutant that it alone reports.
        var rules = RuleMutantsOf(operation).Where(mutant => IsKilled(mutant, Violated(mutant.Exchange))).DistinctBy(mutant => mutant.Requirement).ToList();
        rules.ForEach(mutant => Score.Count(mutant, killed: true));
        killed.UnionWith(rules.Select(mutant => mutant.Requirement));

        survivors.Should().BeEmpty();
        operation.Requirements.Where(requirement => !SchemaIndex.MayBeMissing(Project.Contract, requirement)).Select(requirement => requirement.Id).Except(killed).Should().BeEmpty("every requirement needs a mutant that it reports");
    }

    [Test]
    public void Every_requirement_on_envelope_and_protocol_reports_its_own_mutants_alone()
    {
        var survivors = new List<string>();
        var killed = SharedMutants().Where(mutant => Judged(mutant, survivors)).Select(mutant => mutant.Requirement).ToHashSet(StringComparer.Ordinal);
        var (first, second) = SameTrace();
        killed.UnionWith(Verdicts.Violated(second, first));
        killed.UnionWith(SameRemaining());

        survivors.Should().BeEmpty();
        Project.Contract.Envelope.Requirements.Concat(EnvelopeRules.All).Concat(ProtocolRules.All).Concat(RejectionRules.All).Concat(PagingRules.All).Concat(RateLimitRules.All).Concat(LifecycleRules.All)
            .Append(ObservationRules.NothingElseSucceeds).Select(requirement => requirement.Id)
            .Except(killed).Should().BeEmpty("every requirement needs a mutant that it reports");
    }

    [Test]
    public void Pages_that_agree_violate_nothing()
    {
        var (first, second, behind) = Accepted.Pages();
        new Judge(Project.Contract, new JudgeOptions(), [first, second, behind]).Examine(second).Verdicts.Where(verdict => verdict.Requirement.Kind == CheckKind.Paging)
            .Should().OnlyContain(verdict => verdict.Kind == VerdictKind.Conforms).And.HaveCount(2);
        Verdicts.Violated(second, first, behind).Concat(Verdicts.Violated(behind, first)).Concat(Verdicts.Violated(first, second)).Should().BeEmpty();
        Verdicts.Violated(PagingMutants.Oversized(first)).Should().BeEmpty();
        Verdicts.Violated(PagingMutants.Oversized(first) with { Answer = Accepted.Rejection(ScenarioKind.MalformedValue).Answer }).Should().BeEmpty();
    }

    [Test]
    public void Trace_id_of_an_earlier_exchange_is_reported_in_the_later_one_alone()
    {
        var (first, second) = SameTrace();
        Verdicts.Violated(second, first).Should().Equal(EnvelopeRules.TraceIdUnique.Id);
        Verdicts.Violated(first, first, second).Should().BeEmpty();
    }

    private static IEnumerable<Mutant> MutantsOf(Operation operation)
    {
        var schemas = (operation.Data?.Requirements ?? []).ToDictionary(requirement => requirement, requirement => SchemaIndex.Of(Project.Contract, requirement));
        foreach (var exchange in Accepted.Successes(operation))
        {
            if (!exchange.Answer!.IsJsonMediaType)
            {
                foreach (var requirement in schemas.Keys.Where(requirement => requirement.Keyword == "type"))
                {
                    yield return new Mutant(requirement.Id, "an object in JSON", Bodies.WithHeader(Bodies.With(exchange, "{\"text\":\"okay\"}"), "Content-Type", "application/json"));
                    yield return new Mutant(requirement.Id, "a number in JSON", Bodies.WithHeader(Bodies.With(exchange, "1679364586"), "Content-Type", "application/json"));
                }

                foreach (var (requirement, schema) in schemas.Where(pair => pair.Key.Keyword == "format"))
                {
                    var broken = SchemaMutants.Broken(schema.GetProperty("format").GetString()!).Where(text => text.Length > 0);
                    foreach (var text in broken)
                    {
                        yield return new Mutant(requirement.Id, text, Bodies.With(exchange, text));
                    }
                }

                continue;
            }

            var body = Bodies.Node(exchange);
            if (operation.DataPresence is { Requirement: var presence })
            {
                yield return new Mutant(presence.Id, "removed", Bodies.Edit(exchange, root => root.AsObject().Remove("data")));
                yield return new Mutant(presence.Id, "null", Bodies.Edit(exchange, root => root["data"] = null));
            }

            foreach (var mutant in schemas.SelectMany(pair => SchemaMutants.Of(exchange, body, pair.Key, pair.Value)))
            {
                yield return mutant;
            }
        }
    }

    private static IEnumerable<Mutant> RuleMutantsOf(Operation operation) =>
        !Project.Contract.Schemas.Files[operation.File].TryGetProperty("rules", out var rules) ? [] :
            Accepted.Successes(operation).SelectMany(exchange => rules.EnumerateArray().SelectMany(rule => RuleMutants.Of(Project.Contract, exchange, Bodies.Node(exchange), operation, rule)));

    private static IEnumerable<Mutant> SharedMutants()
    {
        var success = Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First();
        var rejections = Accepted.Rejections().ToList();
        // A rejection that is no object is not enveloped, and need not be.
        var schema = rejections.Append(success).SelectMany(exchange => Project.Contract.Envelope.Requirements
            .Where(requirement => exchange == success || requirement.Place.Length > 0 || requirement.Keyword != "type")
            .SelectMany(requirement => SchemaMutants.Of(exchange, Bodies.Node(exchange), requirement, SchemaIndex.Of(Project.Contract, requirement))));
        return schema
            .Concat(rejections.SelectMany(rejection => EnvelopeMutants.Of(success, rejection)))
            .Concat(ProtocolMutants.Of(success))
            .Concat(ProtocolMutants.OfBare(Accepted.Successes(Project.Contract["health/query-time"]).First()))
            .Concat(rejections.Append(success).SelectMany(RateLimitMutants.Of))
            .Concat(PagingMutants.All())
            .Concat(LifecycleMutants.All())
            .Concat(ObservationMutants.Of(success))
            .Concat(ObservationMutants.OfBare(Accepted.Successes(Project.Contract["health/query-info"]).First()))
            .Concat(rejections.SelectMany(rejection => ProtocolMutants.OfRejection(rejection, success)));
    }

    private static (Exchange First, Exchange Second) SameTrace()
    {
        var exchanges = Accepted.Successes(Project.Contract["backup/query-backup-ability"]).ToList();
        var trace = Bodies.Node(exchanges[0])["traceId"]!.GetValue<string>();
        return (exchanges[0], Bodies.Edit(exchanges[1], body => body["traceId"] = trace));
    }

    private static IReadOnlyList<string> SameRemaining()
    {
        var first = RateLimitMutants.Limited(Accepted.AsSent(SameTrace().First), "100", "50", "60");
        var second = Bodies.Edit(first with { Id = "later", StartedAt = first.StartedAt + first.Elapsed }, body => body["traceId"] = "00000000000000cc");
        return Verdicts.Violated(second, first);
    }

    private static bool Judged(Mutant mutant, List<string> survivors)
    {
        var violated = mutant.Other is { } other ? [.. Verdicts.Violated(mutant.Exchange, other)] : Violated(mutant.Exchange);
        Score.Count(mutant, IsKilled(mutant, violated));
        if (!IsKilled(mutant, violated))
        {
            survivors.Add($"{mutant.Exchange.Id}: {mutant.Requirement}, {mutant.Description}, reported by [{string.Join(", ", violated)}]");
            return false;
        }

        return true;
    }

    private static bool IsKilled(Mutant mutant, IReadOnlyList<string> violated) => violated is [var only] && only == mutant.Requirement;

    private static List<string> Violated(Exchange exchange) =>
        [.. Judge.Examine(exchange).Verdicts.Where(verdict => verdict.Kind == VerdictKind.Violates).Select(verdict => verdict.Requirement.Id)];
}
