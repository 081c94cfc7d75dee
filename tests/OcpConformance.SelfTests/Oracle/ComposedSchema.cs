using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.SelfTests.Oracle;

/// <summary>
/// Writes one JSON Schema for whole answers from the contract files, without the code that derives requirements. It states
/// both levels: x-expected becomes required, x-level, x-must-since and x-closed-level fall away, as errata do. What an assumed
/// release brought may be there before, and need not be there after.
/// </summary>
internal sealed class ComposedSchema
{
    private const string EnvelopeFile = "schemas/envelope/envelope.schema.json";
    private const string PageFile = "schemas/envelope/page.schema.json";
    private const string ReleasesFile = "schemas/releases.json";

    private readonly ContractCatalog contract;
    private readonly Version? release;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly JsonObject definitions = [];

    private ComposedSchema(ContractCatalog contract, Version? release)
    {
        this.contract = contract;
        this.release = release;
    }

    /// <summary>What a successful answer must be: the envelope with the data of the operation, or the bare data.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="release">Members and values of later releases are left out; null for all of them.</param>
    public static string OfSuccess(ContractCatalog contract, Operation operation, Version? release)
    {
        var composed = new ComposedSchema(contract, release);
        var data = contract.Schemas.Files[operation.File].GetProperty("answer").TryGetProperty("data", out var schema)
            ? composed.Copy(operation.File, schema)
            : [];
        return operation.Shape switch
        {
            AnswerShape.Bare => composed.Text(data),
            AnswerShape.None => composed.Text(composed.Envelope()),
            AnswerShape.Object => composed.Text(composed.Envelope(), Members(("data", data))),
            AnswerShape.List => composed.Text(composed.Envelope(), Members(("data", Members(("contents", ListOf(data)))))),
            _ => composed.Text(composed.Envelope(), Members(("data", Members(("contents", ListOf(data)), ("page", composed.Page()))))),
        };
    }

    /// <summary>What a rejection must be: the envelope.</summary>
    public static string OfRejection(ContractCatalog contract)
    {
        var composed = new ComposedSchema(contract, null);
        return composed.Text(composed.Envelope());
    }

    private static JsonObject Members(params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Schema))),
        ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
    };

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private JsonObject Envelope() => Copy(EnvelopeFile, contract.Schemas.Files[EnvelopeFile]);

    private JsonObject Page() => Copy(PageFile, contract.Schemas.Files[PageFile]);

    private string Text(params JsonObject[] parts) =>
        new JsonObject { ["allOf"] = new JsonArray([.. parts]), ["definitions"] = definitions }.ToJsonString();

    private JsonObject Copy(string file, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return new JsonObject { ["$ref"] = $"#/definitions/{Define(file, reference.GetString()!)}" };
        }

        var copy = new JsonObject();
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "properties":
                    copy["properties"] = new JsonObject(
                    [
                        .. Known(schema).Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Copy(file, member.Value))),
                        .. Ahead(schema).Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, new JsonObject())),
                    ]);
                    break;
                case "items" or "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object:
                    copy[keyword.Name] = Copy(file, keyword.Value);
                    break;
                case "enum":
                    copy["enum"] = new JsonArray([.. keyword.Value.EnumerateArray().Where(value => IsKnown(schema, value)).Select(Node)]);
                    break;
                case "type" or "format" or "minLength" or "maxLength" or "minimum" or "maximum" or "additionalProperties":
                    copy[keyword.Name] = Node(keyword.Value);
                    break;
                case "$schema" or "title" or "description" or "definitions" or "required":
                case var own when own.StartsWith("x-", StringComparison.Ordinal):
                    break;
                default:
                    throw new InvalidOperationException($"{file} states '{keyword.Name}', which the composed schema does not know. Add it.");
            }
        }

        var present = Listed(schema, "required").Concat(Listed(schema, "x-expected"))
            .Intersect(Known(schema).Where(member => !IsAssumed(member.Value, "x-since")).Select(member => member.Name)).ToList();
        if (present.Count > 0)
        {
            copy["required"] = new JsonArray([.. present.Select(name => JsonValue.Create(name))]);
        }

        return copy;
    }

    private string Define(string file, string reference)
    {
        var (target, pointer, schema) = contract.Schemas.Resolve(file, reference)!.Value;
        var key = $"{target}#{pointer}";
        if (!names.TryGetValue(key, out var name))
        {
            name = $"s{names.Count}";
            names[key] = name;
            definitions[name] = Copy(target, schema);
        }

        return name;
    }

    private IEnumerable<JsonProperty> Known(JsonElement schema) =>
        Properties(schema).Where(member => !IsBefore(member.Value, "x-since") && !IsBehind(member.Value));

    private IEnumerable<JsonProperty> Ahead(JsonElement schema) =>
        Properties(schema).Where(member => IsBefore(member.Value, "x-since") && IsAssumed(member.Value, "x-since"));

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var members) ? members.EnumerateObject() : [];

    private bool IsKnown(JsonElement schema, JsonElement value) => !schema.TryGetProperty("x-enum-since", out var since)
        || !IsBefore(since, value.ToString())
        || IsAssumed(since, value.ToString());

    private bool IsAssumed(JsonElement releases, string member) => releases.TryGetProperty(member, out var since)
        && contract.Schemas.Files[ReleasesFile].GetProperty("assumed").EnumerateArray().Any(assumed => assumed.GetString() == since.GetString());

    private bool IsBefore(JsonElement releases, string member) =>
        release is not null && releases.TryGetProperty(member, out var since) && release < Version.Parse(since.GetString()!);

    private bool IsBehind(JsonElement schema) =>
        release is not null && schema.TryGetProperty("x-until", out var until) && release > Version.Parse(until.GetString()!);

    private static IEnumerable<string> Listed(JsonElement schema, string list) =>
        schema.TryGetProperty(list, out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
