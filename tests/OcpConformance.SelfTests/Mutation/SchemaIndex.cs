using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Follows the place of a requirement through the schema files, independently of the derivation of requirements.</summary>
internal static class SchemaIndex
{
    /// <summary>The schema that speaks of the value at the requirement's place.</summary>
    public static JsonElement Of(ContractCatalog contract, Requirement requirement)
    {
        if (requirement.Scope == Requirement.EnvelopeScope)
        {
            const string Envelope = "schemas/envelope/envelope.schema.json";
            return Follow(contract, Envelope, contract.Schemas.Files[Envelope], JsonPointer.Split(requirement.Place));
        }

        var operation = contract[requirement.Scope];
        var file = contract.Schemas.Files[operation.File];
        var tokens = JsonPointer.Split(requirement.Place);
        var item = file.GetProperty("answer").TryGetProperty("data", out var data) ? data : default;
        return operation.Shape switch
        {
            AnswerShape.Bare => Follow(contract, operation.File, item, tokens),
            AnswerShape.Object => Follow(contract, operation.File, item, tokens.AsSpan(1)),
            _ => tokens switch
            {
                [_] => Literal("""{"type":"object"}"""),
                [_, "contents"] => Literal("""{"type":"array"}"""),
                [_, "page", .. var rest] => Follow(contract, "schemas/envelope/page.schema.json", contract.Schemas.Files["schemas/envelope/page.schema.json"], rest),
                [_, "contents", _, .. var rest] => Follow(contract, operation.File, item, rest),
                _ => throw new InvalidOperationException(requirement.Id),
            },
        };
    }

    /// <summary>Whether a requirement demands a member of a release that is assumed, so that its absence is no violation.</summary>
    public static bool MayBeMissing(ContractCatalog contract, Requirement requirement) =>
        requirement.Keyword is "required" or "expected"
        && requirement.Place.Length > 0
        && Of(contract, requirement).TryGetProperty("x-since", out var since)
        && IsAssumed(contract, since.GetString()!);

    /// <summary>Whether no page says which release this is.</summary>
    public static bool IsAssumed(ContractCatalog contract, string release) =>
        contract.Schemas.Files["schemas/releases.json"].GetProperty("assumed").EnumerateArray().Any(assumed => assumed.GetString() == release);

    /// <summary>The documented member names of the object at a place of a scope, where the schema also allows free ones; null where <c>*</c> means items.</summary>
    public static IReadOnlySet<string>? NamesBesideFreeOnes(ContractCatalog contract, string scope, string place)
    {
        var schema = Of(contract, Requirement.OfSchema(scope, place, "type", Message.Verbatim(string.Empty), Level.Must, CheckKind.FieldType, string.Empty, string.Empty));
        return schema.TryGetProperty("items", out _) || !schema.TryGetProperty("additionalProperties", out _) ? null
            : schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
    }

    private static JsonElement Follow(ContractCatalog contract, string file, JsonElement schema, ReadOnlySpan<string> tokens)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            (file, _, schema) = contract.Schemas.Resolve(file, reference.GetString()!)!.Value;
        }

        if (tokens.IsEmpty)
        {
            return schema;
        }

        var next = tokens[0] != JsonPointer.Any ? schema.GetProperty("properties").GetProperty(tokens[0])
            : schema.TryGetProperty("items", out var items) ? items
            : schema.GetProperty("additionalProperties");
        return Follow(contract, file, next, tokens[1..]);
    }

    private static JsonElement Literal(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
