using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>Checks that every <c>$ref</c> of a file leads to a schema, and to one that says something.</summary>
internal static class ReferenceLint
{
    private const string Definitions = "/definitions/";

    public static IEnumerable<ContractProblem> Faulty(SchemaStore store, string file, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany((item, index) => Faulty(store, file, item, JsonPointer.Append(place, index)));
        }

        return value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(member =>
        {
            var at = JsonPointer.Append(place, member.Name);
            return member.Name is "properties" or "definitions" && member.Value.ValueKind == JsonValueKind.Object
                ? member.Value.EnumerateObject().SelectMany(named => Faulty(store, file, named.Value, JsonPointer.Append(at, named.Name)))
                : member.Name != "$ref" ? Faulty(store, file, member.Value, at)
                : ProblemOf(store, file, member.Value) is { } problem ? [new ContractProblem(file, at, $"{Excerpt.Of(member.Value)} {problem.Problem}", problem.Remedy)]
                : [];
        });
    }

    private static (string Problem, string Remedy)? ProblemOf(SchemaStore store, string file, JsonElement reference) =>
        Target(store, file, reference) is not { } target ? ("leads to no schema", "Correct the path, or add the structure")
        : IsEndless(store, target, [Key(target)]) ? ("leads back to itself without a member or item in between", "Refer to another structure")
        : null;

    // Only whole structures and their definitions are checked as schemas; meta schemas speak of other files than answers.
    private static (string File, string Pointer, JsonElement Schema)? Target(SchemaStore store, string file, JsonElement reference) =>
        reference.ValueKind == JsonValueKind.String
        && store.Resolve(file, reference.GetString()!) is { Schema.ValueKind: JsonValueKind.Object } target
        && IsMeta(target.File) == IsMeta(file)
        && target.File.EndsWith(SchemaStore.StructureSuffix, StringComparison.Ordinal)
        && (target.Pointer.Length == 0 || (target.Pointer.StartsWith(Definitions, StringComparison.Ordinal) && target.Pointer.LastIndexOf('/') == Definitions.Length - 1))
            ? target
            : null;

    private static bool IsEndless(SchemaStore store, (string File, string Pointer, JsonElement Schema) at, HashSet<string> open) =>
        SameValue(at.Schema).Any(reference =>
        {
            if (Target(store, at.File, reference) is not { } next)
            {
                return false;
            }

            var endless = !open.Add(Key(next)) || IsEndless(store, next, open);
            open.Remove(Key(next));
            return endless;
        });

    // The references that speak of the very value that the schema speaks of.
    private static IEnumerable<JsonElement> SameValue(JsonElement schema) => schema.ValueKind != JsonValueKind.Object ? [] :
        schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "$ref" => [keyword.Value],
            "allOf" or "anyOf" or "oneOf" when keyword.Value.ValueKind == JsonValueKind.Array => keyword.Value.EnumerateArray().SelectMany(SameValue),
            "not" => SameValue(keyword.Value),
            _ => [],
        });

    private static bool IsMeta(string file) => file.StartsWith($"{MetaSchemas.Folder}/", StringComparison.Ordinal);

    private static string Key((string File, string Pointer, JsonElement Schema) target) => $"{target.File}#{target.Pointer}";
}
