using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.Operations;

/// <summary>Writes the values of path parameters into an answer, wherever a rule of the operation says that they come back.</summary>
internal sealed class Echoes
{
    private readonly IReadOnlyList<(string Parameter, string[] Place)> echoes;

    /// <summary>Reads the rules of an operation.</summary>
    public Echoes(ContractCatalog contract, Operation operation) => echoes = contract.Schemas.Files[operation.File].TryGetProperty("rules", out var rules)
        ? [.. rules.EnumerateArray().Where(IsEcho).SelectMany(rule => rule.GetProperty("places").EnumerateArray().Select(place => (rule.GetProperty("parameter").GetString()!, JsonPointer.Split(place.GetString()!))))]
        : [];

    /// <summary>Writes the values; places that the answer lacks stay away.</summary>
    public void Write(JsonNode answer, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (parameter, place) in echoes)
        {
            if (values.TryGetValue(parameter, out var value))
            {
                Write(answer, place, value);
            }
        }
    }

    private static bool IsEcho(JsonElement rule) => rule.TryGetProperty("kind", out var kind) && kind.GetString() == "echo";

    private static void Write(JsonNode? node, ReadOnlySpan<string> place, string value)
    {
        switch (node)
        {
            case JsonArray items when place[0] == JsonPointer.Any:
                foreach (var item in items)
                {
                    Write(item, place[1..], value);
                }

                break;
            case JsonObject members when place.Length > 1:
                Write(members[place[0]], place[1..], value);
                break;
            case JsonObject members when members[place[0]] is JsonValue old:
                members[place[0]] = old.GetValueKind() == JsonValueKind.Number ? JsonNode.Parse(value) : JsonValue.Create(value);
                break;
        }
    }
}
