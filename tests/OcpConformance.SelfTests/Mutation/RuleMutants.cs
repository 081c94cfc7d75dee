using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Gives the members that a rule speaks of every combination of their documented values.</summary>
internal static class RuleMutants
{
    public static IEnumerable<Mutant> Of(ContractCatalog contract, Exchange exchange, JsonNode body, Operation operation, Rule rule)
    {
        if (rule.When.Any(place => Places.First(body, place) is null))
        {
            return [];
        }

        var domains = rule.When.Select(place => Domain(contract, operation, place)).ToList();
        return Combinations(domains).Select(values =>
        {
            var copy = body.DeepClone();
            for (var i = 0; i < values.Count; i++)
            {
                JsonEdit.Set(copy, rule.When[i], values[i]?.DeepClone());
            }

            var description = string.Join(", ", rule.When.Zip(values, (place, value) => $"{place} = {value?.ToJsonString()}"));
            return new Mutant(rule.Requirement.Id, description, Bodies.With(exchange, copy));
        });
    }

    private static List<JsonNode?> Domain(ContractCatalog contract, Operation operation, string place)
    {
        var schema = SchemaIndex.Of(contract, Requirement.OfSchema(operation.Id, place, "type", string.Empty, Level.Must, CheckKind.FieldType, string.Empty, string.Empty));
        return schema.TryGetProperty("enum", out var values)
            ? [.. values.EnumerateArray().Select(value => JsonNode.Parse(value.GetRawText()))]
            : schema.GetProperty("type").ValueKind == JsonValueKind.String && schema.GetProperty("type").GetString() == "boolean" ? [true, false] : [];
    }

    private static IEnumerable<List<JsonNode?>> Combinations(List<List<JsonNode?>> domains) =>
        domains.Aggregate<List<JsonNode?>, IEnumerable<List<JsonNode?>>>([[]], (heads, domain) => heads.SelectMany(head => domain.Select(value => (List<JsonNode?>)[.. head, value])));
}
