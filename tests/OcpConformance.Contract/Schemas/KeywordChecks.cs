using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace OcpConformance.Contract.Schemas;

/// <summary>
/// One test for each keyword of the dialect: a schema with that keyword alone, judged by NJsonSchema. The split makes
/// the owner of every error certain, and keeps clear of the combinations that NJsonSchema misreads.
/// </summary>
internal static class KeywordChecks
{
    // Most structures say the same few things, so equal statements share one test.
    private static readonly ConcurrentDictionary<string, Func<JsonElement, bool>> Tests = new(StringComparer.Ordinal);

    // Enough for every documented list; a hostile server cannot make it grow.
    private const int RememberedValues = 256;

    // The verdict depends on the type of the token alone, so each type is asked for once.
    public static Func<JsonElement, bool> Type(JsonElement types) => Once($"type {types.GetRawText()}", () =>
    {
        var schema = Deferred(() => new JsonObject { ["type"] = Node(types) });
        var known = new ConcurrentDictionary<JTokenType, bool>();
        return value =>
        {
            var token = Tokens.Shallow(value);
            return known.GetOrAdd(token.Type, _ => schema.Value.Accepts(token));
        };
    });

    // NJsonSchema compares enumeration values as text, so that "1" passes [1]; each JSON type gets a schema of its own.
    public static Func<JsonElement, bool> Enumeration(IReadOnlyList<JsonElement> values) => Once($"enum {string.Join(' ', values.Select(value => value.GetRawText()))}", () =>
    {
        var byKind = values.GroupBy(KindOf).ToDictionary(
            group => group.Key,
            group => Deferred(() => new JsonObject
            {
                ["type"] = group.Key switch
                {
                    JsonValueKind.String => "string",
                    JsonValueKind.Number => "integer",
                    _ => "boolean",
                },
                ["enum"] = new JsonArray([.. group.Select(Node)]),
            }));
        var known = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        return value => byKind.TryGetValue(KindOf(value), out var schema)
            && (known.Count < RememberedValues ? known.GetOrAdd(value.GetRawText(), _ => schema.Value.Accepts(Tokens.Shallow(value))) : schema.Value.Accepts(Tokens.Shallow(value)));
    });

    public static Func<JsonElement, bool> Format(string format) =>
        Once($"format {format}", () => OnStrings(() => new JsonObject { ["type"] = "string", ["format"] = format }));

    public static Func<JsonElement, bool> Pattern(string pattern) =>
        OnStrings(() => new JsonObject { ["type"] = "string", ["pattern"] = SchemaDialect.ToDotNet(pattern) });

    public static Func<JsonElement, bool> Length(string keyword, JsonElement bound)
    {
        var schema = Deferred(() => new JsonObject { ["type"] = "string", [keyword] = Node(bound) });
        return value => value.ValueKind != JsonValueKind.String || schema.Value.Accepts(Tokens.OneCharacterEach(value));
    }

    public static Func<JsonElement, bool> Bound(string keyword, JsonElement bound)
    {
        var schema = Deferred(() => new JsonObject { ["type"] = "number", [keyword] = Node(bound) });
        return value => value.ValueKind != JsonValueKind.Number || schema.Value.Accepts(Tokens.Shallow(value));
    }

    public static Func<JsonElement, bool> Count(string keyword, JsonElement bound)
    {
        var schema = Deferred(() => new JsonObject { ["type"] = "array", [keyword] = Node(bound) });
        return value => value.ValueKind != JsonValueKind.Array || schema.Value.Accepts(Tokens.Items(value));
    }

    public static Func<JsonElement, bool> UniqueItems()
    {
        var schema = Deferred(() => new JsonObject { ["type"] = "array", ["uniqueItems"] = true });
        return value => value.ValueKind != JsonValueKind.Array || schema.Value.Accepts(Tokens.Identities(value));
    }

    // No other member can change the verdict, so there are but two objects to ask about.
    public static Func<JsonElement, bool> Required(string member) => Once($"required {member}", () =>
    {
        var schema = Deferred(() => new JsonObject { ["type"] = "object", ["required"] = new JsonArray(member) });
        var present = new Lazy<bool>(() => schema.Value.Accepts(new JObject { [member] = true }));
        var absent = new Lazy<bool>(() => schema.Value.Accepts(new JObject()));
        return value => value.TryGetProperty(member, out var found) && found.ValueKind != JsonValueKind.Null ? present.Value : absent.Value;
    });

    public static Func<JsonElement, bool> NoOtherMembers(IEnumerable<string> members)
    {
        var schema = Deferred(() => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject()))),
            ["additionalProperties"] = false,
        });
        return value => schema.Value.Accepts(Tokens.Names(value));
    }

    public static Func<JsonElement, bool> Whole(string schemaText)
    {
        var schema = new Lazy<CompiledSchema>(() => CompiledSchema.Of(schemaText));
        return value => schema.Value.Accepts(Tokens.Deep(value));
    }

    private static Func<JsonElement, bool> Once(string statement, Func<Func<JsonElement, bool>> make) =>
        Tests.TryGetValue(statement, out var test) ? test : Tests.GetOrAdd(statement, make());

    private static Func<JsonElement, bool> OnStrings(Func<JsonObject> text)
    {
        var schema = Deferred(text);
        return value => value.ValueKind != JsonValueKind.String || schema.Value.Accepts(Tokens.Shallow(value));
    }

    private static Lazy<CompiledSchema> Deferred(Func<JsonObject> text) => new(() => CompiledSchema.Of(text().ToJsonString()));

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static JsonValueKind KindOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
}
