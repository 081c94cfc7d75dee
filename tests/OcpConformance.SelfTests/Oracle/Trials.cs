using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Mutation;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Oracle;

/// <summary>
/// Chooses answers for both sides to judge: each accepted one, for each requirement one mutant and one answer without the
/// member, and some that break rules alone. Which mutant it is depends on the id of the requirement, so all sorts take turns.
/// </summary>
internal static class Trials
{
    private const int SortsOfMutants = 11;
    private const int MutantsOfARule = 4;

    public static IEnumerable<Trial> Of(Operation operation)
    {
        var open = (operation.Data?.Requirements ?? []).ToList();
        foreach (var exchange in Accepted.Successes(operation).Where(exchange => exchange.Answer!.IsJsonMediaType))
        {
            yield return new Trial(operation.Id, Trial.Accepted, "as the fixture has it", exchange);
            var body = Bodies.Node(exchange);
            foreach (var requirement in open.ToList())
            {
                var trials = OfRequirement(exchange, body, requirement).ToList();
                if (trials.Count > 0)
                {
                    open.Remove(requirement);
                }

                foreach (var trial in trials)
                {
                    yield return trial;
                }
            }

            foreach (var trial in OfRules(operation, exchange, body))
            {
                yield return trial;
            }
        }
    }

    /// <summary>The trials of what every answer has around its data.</summary>
    public static IEnumerable<Trial> OfEnvelope()
    {
        var success = Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First();
        var body = Bodies.Node(success);
        foreach (var requirement in Project.Contract.Envelope.Requirements)
        {
            var schema = SchemaIndex.Of(Project.Contract, requirement);
            foreach (var mutant in SchemaMutants.Of(success, body, requirement, schema))
            {
                yield return Mutated(mutant, requirement, schema);
            }
        }

        foreach (var rejection in Accepted.Rejections())
        {
            yield return new Trial(rejection.Id, Trial.Accepted, "as the fixture has it", rejection);
            foreach (var mutant in EnvelopeMutants.Of(success, rejection))
            {
                yield return new Trial(mutant.Requirement, Trial.Rule, mutant.Description, mutant.Exchange);
            }
        }
    }

    private static IEnumerable<Trial> OfRequirement(Exchange exchange, JsonNode body, Requirement requirement)
    {
        var schema = SchemaIndex.Of(Project.Contract, requirement);
        var turn = requirement.Id.Sum(character => character);
        var mutants = SchemaMutants.Of(exchange, body, requirement, schema);
        if ((mutants.Skip(turn % SortsOfMutants).FirstOrDefault() ?? mutants.FirstOrDefault()) is { } mutant)
        {
            yield return Mutated(mutant, requirement, schema);
        }

        if (requirement.Keyword == "type" && First(body, requirement) is { Length: > 0 } pointer)
        {
            var absent = body.DeepClone();
            if (turn % 2 == 0)
            {
                JsonEdit.Set(absent, pointer, null);
            }
            else
            {
                JsonEdit.Remove(absent, pointer);
            }

            yield return new Trial(requirement.Id, Trial.Absent, turn % 2 == 0 ? "null" : "removed", Bodies.With(exchange, absent));
        }
    }

    private static string? First(JsonNode body, Requirement requirement) =>
        Places.First(body, requirement.Place, place => SchemaIndex.NamesBesideFreeOnes(Project.Contract, requirement.Scope, place));

    private static IEnumerable<Trial> OfRules(Operation operation, Exchange exchange, JsonNode body) =>
        Project.Contract.Schemas.Files[operation.File].TryGetProperty("rules", out var rules)
            ? rules.EnumerateArray()
                .SelectMany(rule => RuleMutants.Of(Project.Contract, exchange, body, operation, rule).Take(MutantsOfARule))
                .Select(mutant => new Trial(mutant.Requirement, Trial.Rule, mutant.Description, mutant.Exchange))
            : [];

    private static Trial Mutated(Mutant mutant, Requirement requirement, JsonElement schema) => new(
        requirement.Id,
        requirement.Keyword,
        mutant.Description,
        mutant.Exchange,
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("format", out var format) ? format.GetString() : null);
}
