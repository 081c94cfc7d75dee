using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcpConformance.Contract.Schemas;

/// <summary>Writes a schema and everything it refers to as one text that NJsonSchema can compile.</summary>
public sealed class SchemaBundle
{
    private readonly SchemaStore store;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly JsonObject definitions = [];

    private SchemaBundle(SchemaStore store) => this.store = store;

    /// <summary>The bundled text.</summary>
    /// <param name="store">Where references lead.</param>
    /// <param name="file">The file that the schema stands in.</param>
    /// <param name="schema">The schema.</param>
    public static string Text(SchemaStore store, string file, JsonElement schema)
    {
        var bundle = new SchemaBundle(store);
        // A reference at the root into definitions that refer to themselves makes NJsonSchema throw; behind allOf it does not.
        var root = new JsonObject { ["allOf"] = new JsonArray(bundle.Copy(file, schema)) };
        root["definitions"] = bundle.definitions;
        return root.ToJsonString();
    }

    private JsonObject Copy(string file, JsonElement schema)
    {
        var copy = new JsonObject();
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    copy["$ref"] = $"#/definitions/{Define(file, keyword.Value.GetString()!)}";
                    break;
                case "pattern":
                    copy["pattern"] = SchemaDialect.ToDotNet(keyword.Value.GetString()!);
                    break;
                case "items" or "not" or "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object:
                    copy[keyword.Name] = Copy(file, keyword.Value);
                    break;
                case "properties":
                    copy["properties"] = new JsonObject(keyword.Value.EnumerateObject()
                        .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Copy(file, member.Value))));
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    copy[keyword.Name] = new JsonArray([.. keyword.Value.EnumerateArray().Select(branch => Copy(file, branch))]);
                    break;
                case "enum":
                    copy["enum"] = new JsonArray([.. SchemaDialect.AcceptedValues(schema).Select(value => JsonNode.Parse(value.GetRawText()))]);
                    break;
                default:
                    if (SchemaDialect.Enforced.Contains(keyword.Name))
                    {
                        copy[keyword.Name] = JsonNode.Parse(keyword.Value.GetRawText());
                    }

                    break;
            }
        }

        return copy;
    }

    private string Define(string file, string reference)
    {
        var (target, pointer, schema) = store.Resolve(file, reference)
            ?? throw new InvalidOperationException($"{file} refers to {reference}, which does not exist.");
        var key = $"{target}#{pointer}";
        if (!names.TryGetValue(key, out var name))
        {
            name = $"s{names.Count}";
            names[key] = name;
            definitions[name] = Copy(target, schema);
        }

        return name;
    }
}
