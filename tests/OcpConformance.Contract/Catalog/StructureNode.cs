using System.Collections.Concurrent;
using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>
/// A place in an answer, under the name of the file that describes it: the same structure has the same name in every answer.
/// </summary>
public sealed class StructureNode
{
    private static readonly JsonElement Anything = JsonElement.Parse("{}");

    private readonly SchemaStore store;
    private readonly string file;
    private readonly JsonElement schema;
    private readonly ConcurrentDictionary<string, StructureNode?> inner = new(StringComparer.Ordinal);

    private StructureNode(SchemaStore store, string file, JsonElement schema, string origin)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            // The contract has been loaded, so every reference leads somewhere.
            (file, var pointer, schema) = store.Resolve(file, reference.GetString()!)!.Value;
            origin = pointer.Length == 0 ? file : $"{file}#{pointer}";
        }

        (this.store, this.file, this.schema, Origin) = (store, file, schema, origin);
    }

    /// <summary>
    /// The file, and behind <c>#</c> the way to a place inside: <c>/</c> and the name of a member, or <c>/*</c> for any item.
    /// </summary>
    public string Origin { get; }

    /// <summary>A member of any other name; null where no such member is documented.</summary>
    public StructureNode? Free => inner.GetOrAdd(
        "/",
        _ => schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object
            ? Inner(others, JsonPointer.Any)
            : schema.TryGetProperty("properties", out var _) ? null : Inner(Anything, JsonPointer.Any));

    /// <summary>Every item of the array; null where nothing is stated about items.</summary>
    public StructureNode? Items => inner.GetOrAdd(
        JsonPointer.Any,
        token => schema.TryGetProperty("items", out var items) ? Inner(items, token) : null);

    /// <summary>The data of an operation, or an entry of it where it has entries; null where it has no data.</summary>
    public static StructureNode? Of(ContractCatalog contract, Operation operation) =>
        JsonPointer.Find(contract.Schemas.Files[operation.File], "/answer/data") is { } data
            ? new StructureNode(contract.Schemas, operation.File, data, $"{operation.File}#")
            : null;

    /// <summary>A structure by the name that <see cref="Origin"/> gives it; null where there is none.</summary>
    public static StructureNode? Find(SchemaStore store, string origin)
    {
        var parts = origin.Split('#');
        if (!store.Files.TryGetValue(parts[0], out var root))
        {
            return null;
        }

        StructureNode? node = new(store, parts[0], root, parts[0]);
        foreach (var token in parts.Length == 1 ? [] : JsonPointer.Split(parts[1]))
        {
            node = token == JsonPointer.Any ? node?.Items : node?.Member(token);
        }

        return node;
    }

    /// <summary>A member that the newest release documents; null where there is none.</summary>
    public StructureNode? Member(string name) => inner.GetOrAdd(
        $"/{name}",
        _ => schema.TryGetProperty("properties", out var members) && members.TryGetProperty(name, out var member) && IsCurrent(member)
            ? Inner(member, name)
            : null);

    /// <summary>How <see cref="Origin"/> would write a member, whether there is one or not.</summary>
    public string Place(string member) => $"{Origin}{(Origin.Contains('#', StringComparison.Ordinal) ? string.Empty : "#")}/{member}";

    /// <summary>Whether a value is of the type, and among the values, that the structure states.</summary>
    public bool Takes(JsonElement value) => HasType(value) && HasValue(value);

    private bool HasType(JsonElement value)
    {
        var kind = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            _ => "boolean",
        };
        return !schema.TryGetProperty("type", out var type)
            || (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(name => Names(name, kind)) : Names(type, kind));
    }

    private static bool Names(JsonElement type, string kind) =>
        type.GetString() is { } name && (name == kind || (name, kind) == ("number", "integer"));

    private bool HasValue(JsonElement value) =>
        !schema.TryGetProperty("enum", out var values)
        || values.EnumerateArray().Any(documented => JsonElement.DeepEquals(documented, value));

    // What only former releases have, the newest has not.
    private static bool IsCurrent(JsonElement member) => !member.TryGetProperty("x-until", out _);

    private StructureNode Inner(JsonElement part, string token) => new(store, file, part, Place(token));
}
