using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Cli.Export;

/// <summary>Turns a schema of the contract's dialect into one of OpenAPI 3.0.3, which states the same.</summary>
/// <param name="components">Where references lead.</param>
internal sealed class SchemaConverter(ComponentSchemas components)
{
    /// <summary>Converts a schema and everything in it.</summary>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="schema">The schema.</param>
    public JsonObject Convert(string file, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Reference(file, schema, reference.GetString()!);
        }

        var types = TypesOf(schema);
        var keywords = Widened(schema).EnumerateObject().Where(keyword => keyword.Name != "type").ToList();
        return types.Count > 1 ? Split(file, types, keywords) : Single(file, types.SingleOrDefault(), keywords);
    }

    // Whatever stands beside a reference is ignored by OpenAPI, so the reference moves into allOf.
    private JsonObject Reference(string file, JsonElement schema, string reference)
    {
        var converted = Copy(file, schema.EnumerateObject().Where(keyword => keyword.Name != "$ref"));
        var component = components.Reference(file, reference);
        if (converted.Count == 0)
        {
            return component;
        }

        converted["allOf"] = new JsonArray(component);
        return converted;
    }

    private JsonObject Single(string file, string? type, IEnumerable<JsonProperty> keywords)
    {
        var converted = new JsonObject();
        if (type is not null)
        {
            converted["type"] = type;
        }

        foreach (var (name, value) in Copy(file, keywords).ToList())
        {
            converted[name] = value?.DeepClone();
        }

        // OpenAPI demands items of every array.
        if (type == "array" && !converted.ContainsKey("items"))
        {
            converted["items"] = new JsonObject();
        }

        return converted;
    }

    // OpenAPI 3.0 knows one type for each schema: each type becomes an alternative, with the keywords that speak of it.
    private JsonObject Split(string file, IReadOnlyList<string> types, IReadOnlyList<JsonProperty> keywords)
    {
        var converted = Copy(file, keywords.Where(keyword => !IsOfType(keyword)));
        var alternatives = new JsonArray([.. types.Select(type => Alternative(file, type, keywords.Where(IsOfType))).OfType<JsonObject>()]);
        if (!converted.ContainsKey("anyOf"))
        {
            converted["anyOf"] = alternatives;
        }
        else if (converted["allOf"] is JsonArray all)
        {
            all.Add(new JsonObject { ["anyOf"] = alternatives });
        }
        else
        {
            converted["allOf"] = new JsonArray(new JsonObject { ["anyOf"] = alternatives });
        }

        return converted;
    }

    // Null where an enumeration has no value of the type.
    private JsonObject? Alternative(string file, string type, IEnumerable<JsonProperty> keywords)
    {
        var own = keywords.Where(keyword => keyword.Name == "enum" || SchemaDialect.TypesOfKeyword[keyword.Name].Contains(type));
        var alternative = Single(file, type, own);
        if (alternative["enum"] is not JsonArray values)
        {
            return alternative;
        }

        JsonNode?[] ofType = [.. values.Where(value => IsOf(value!, type)).Select(value => value!.DeepClone())];
        alternative["enum"] = new JsonArray(ofType);
        return ofType.Length == 0 ? null : alternative;
    }

    private JsonObject Copy(string file, IEnumerable<JsonProperty> keywords)
    {
        var copy = new JsonObject();
        foreach (var keyword in keywords)
        {
            switch (keyword.Name)
            {
                // Definitions become components when something refers to them.
                case "$schema" or "definitions":
                    break;
                case "items" or "not" or "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object:
                    copy[keyword.Name] = Convert(file, keyword.Value);
                    break;
                case "properties":
                    copy["properties"] = new JsonObject(keyword.Value.EnumerateObject()
                        .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Convert(file, member.Value))));
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    copy[keyword.Name] = new JsonArray([.. keyword.Value.EnumerateArray().Select(branch => Convert(file, branch))]);
                    break;
                default:
                    copy[keyword.Name] = JsonNode.Parse(keyword.Value.GetRawText());
                    break;
            }
        }

        return copy;
    }

    // Clients that are made from the document must take the values that are accepted, and those that only x-enum-known has are named there.
    private static JsonElement Widened(JsonElement schema)
    {
        if (!schema.TryGetProperty(SchemaDialect.EnumKnown, out _))
        {
            return schema;
        }

        var widened = JsonNode.Parse(schema.GetRawText())!;
        widened["enum"] = new JsonArray([.. SchemaDialect.AcceptedValues(schema).Select(value => JsonNode.Parse(value.GetRawText()))]);
        return JsonSerializer.SerializeToElement(widened);
    }

    private static IReadOnlyList<string> TypesOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var types) ? []
        : types.ValueKind == JsonValueKind.Array ? [.. types.EnumerateArray().Select(type => type.GetString()!)]
        : [types.GetString()!];

    private static bool IsOfType(JsonProperty keyword) => keyword.Name == "enum" || SchemaDialect.TypesOfKeyword.ContainsKey(keyword.Name);

    private static bool IsOf(JsonNode value, string type) => value.GetValueKind() switch
    {
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "integer" or "number",
        _ => type == "boolean",
    };
}
