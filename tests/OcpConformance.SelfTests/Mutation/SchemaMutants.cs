using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>
/// Breaks what a schema states, keyword by keyword, from the text of the schema alone: what the mutants expect does not
/// come from the code that judges them.
/// </summary>
internal static class SchemaMutants
{
    private static readonly string[] BrokenInstants =
    [
        "", "2024-02-29", "2024-02-29T23:59:59", "2024-02-29 23:59:59+08:00", "2023-02-29T10:00:00+08:00", "2024-13-01T10:00:00Z", "2024-04-31T10:00:00Z",
        "2024-02-29T24:00:00Z", "2024-02-29T23:60:00Z", "2024-02-29T10:00:60Z", "2024-02-29T10:00:00.Z", "2024-02-29T10:00:00.1234567890Z",
        "2024-02-29T10:00:00+24:00", "2024-02-29T10:00:00+08:60", "2024-02-29T10:00Z", "2024-02-29T10:00:00Z\n", " 2024-02-29T10:00:00Z", "1709251198", "yesterday",
    ];

    private static readonly Dictionary<string, string[]> BrokenFormats = new(StringComparer.Ordinal)
    {
        ["date-time"] = [.. BrokenInstants, "2024-02-29T10:00:00+0800"],
        ["date-time-basic-offset"] = BrokenInstants,
        ["duration"] = ["", "P", "PT", "6M", "PT6M8", "PT6X", "6 minutes"],
        ["offset-time"] = ["", "02:00:00", "24:00:00+08:00", "02:60:00+08:00", "02:00:00+0800", "2024-02-29T02:00:00+08:00"],
    };

    /// <summary>Texts that break a format, for answers that are text alone.</summary>
    public static IEnumerable<string> Broken(string format) => BrokenFormats[format];

    /// <summary>The mutants of an exchange for a requirement; none where the exchange does not exercise it.</summary>
    /// <param name="exchange">An accepted exchange.</param>
    /// <param name="body">Its body.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="schema">The schema that states it.</param>
    public static IEnumerable<Mutant> Of(Exchange exchange, JsonNode body, Requirement requirement, JsonElement schema)
    {
        if (Places.First(body, requirement.Place, place => SchemaIndex.NamesBesideFreeOnes(Project.Contract, requirement.Scope, place)) is not { } pointer)
        {
            return [];
        }

        var value = Places.At(body, pointer);
        return requirement.Keyword switch
        {
            "required" or "expected" when SchemaIndex.MayBeMissing(Project.Contract, requirement) => [],
            "required" or "expected" => [Removed(), Replaced("null", null)],
            "type" => OtherTypes(schema.GetProperty("type")).Select(other => Replaced($"{other.Name} in its place", other.Value)),
            "enum" => ForeignValues(schema).Select(foreign => Replaced($"the foreign value {foreign?.ToJsonString()}", foreign)),
            "enum-known" => schema.GetProperty("x-enum-known").EnumerateObject().Select(known => Replaced($"the known value {known.Name}", known.Name)),
            "format" => BrokenFormats[schema.GetProperty("format").GetString()!].Select(text => Replaced($"'{text}'", text)),
            "minimum" => [Replaced("below the minimum", schema.GetProperty("minimum").GetInt64() - 1)],
            "maximum" => [Replaced("above the maximum", schema.GetProperty("maximum").GetInt64() + 1)],
            "minLength" => [Replaced("too short", new string('x', schema.GetProperty("minLength").GetInt32() - 1))],
            "maxLength" => [Replaced("too long", new string('x', schema.GetProperty("maxLength").GetInt32() + 1))],
            "pattern" => [Replaced("with a line feed behind", value.GetValue<string>() + "\n"), Replaced("another text", "\u2603")],
            "minItems" => [Replaced("too few items", new JsonArray())],
            "maxItems" => [Replaced("too many items", Repeated(value.AsArray()[0], schema.GetProperty("maxItems").GetInt32() + 1))],
            "uniqueItems" => value.AsArray().Count == 0 ? [] : [Replaced("an item twice", Repeated(value.AsArray()[0], 2))],
            "additionalProperties" => [Replaced("one more member", WithMember(value.AsObject()))],
            _ => [],
        };

        Mutant Removed() => Make("removed", root => JsonEdit.Remove(root, pointer));

        Mutant Replaced(string description, JsonNode? with) => Make(description, root => JsonEdit.Set(root, pointer, with?.DeepClone()));

        Mutant Make(string description, Action<JsonNode> edit)
        {
            if (pointer.Length == 0)
            {
                var holder = new JsonObject { ["root"] = body.DeepClone() };
                pointer = "/root";
                edit(holder);
                pointer = string.Empty;
                return new Mutant(requirement.Id, description, Bodies.With(exchange, holder["root"]));
            }

            var copy = body.DeepClone();
            edit(copy);
            return new Mutant(requirement.Id, description, Bodies.With(exchange, copy));
        }
    }

    private static IEnumerable<(string Name, JsonNode Value)> OtherTypes(JsonElement type)
    {
        var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [type.GetString()!];
        (string Type, string Name, JsonNode Value)[] values =
        [
            ("string", "a string", "x"),
            ("string", "a number as string", "7"),
            ("integer", "an integer", 7),
            ("integer", "zero", 0),
            ("number", "a fraction", 7.5),
            ("boolean", "true", true),
            ("boolean", "false", false),
            ("object", "an object", new JsonObject()),
            ("array", "an array", new JsonArray()),
            ("array", "an array with an item", new JsonArray("x")),
        ];
        foreach (var (name, description, value) in values.Where(value => !allowed.Contains(value.Type) && !(value.Type == "integer" && allowed.Contains("number"))))
        {
            yield return (description, value);
        }

        if (allowed.Contains("integer") && !allowed.Contains("number"))
        {
            yield return ("an integer beyond 64 bits", JsonNode.Parse("9223372036854775808")!);
            yield return ("an integer with a fraction of zero", JsonNode.Parse("7.0")!);
        }
    }

    private static IEnumerable<JsonNode?> ForeignValues(JsonElement schema)
    {
        var values = schema.GetProperty("enum");
        var undocumented = schema.TryGetProperty("x-enum-known", out var sources) ? sources.EnumerateObject().Select(value => $"\"{value.Name}\"") : [];
        var known = values.EnumerateArray().Select(value => value.GetRawText()).Concat(undocumented).ToHashSet(StringComparer.Ordinal);
        var texts = values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).ToList();
        IEnumerable<JsonNode?> foreign = texts.Count == 0
            ? [JsonValue.Create(values.EnumerateArray().Max(value => value.GetInt64()) + 1)]
            : texts.SelectMany(text => new[] { text.ToLowerInvariant(), text.ToUpperInvariant(), $"{text}_X", $" {text}", $"{text}\n" })
                .Append("FOREIGN_VALUE").Append(string.Empty)
                .Select(text => (JsonNode?)JsonValue.Create(text));
        return foreign.Where(value => !known.Contains(value!.ToJsonString(CompactJson.Options)));
    }

    private static JsonArray Repeated(JsonNode? item, int times) => [.. Enumerable.Range(0, times).Select(_ => item?.DeepClone())];

    private static JsonObject WithMember(JsonObject members)
    {
        var copy = members.DeepClone().AsObject();
        copy["undocumentedMember"] = 1;
        return copy;
    }
}
