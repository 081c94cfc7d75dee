using System.Text.Json;

namespace OcpConformance.Contract.Json;

/// <summary>Finds the values that a place with <c>*</c> stands for.</summary>
internal static class PlaceFinder
{
    /// <summary>The values, each with its own pointer; nulls are passed over.</summary>
    /// <param name="root">Where the place starts.</param>
    /// <param name="place">The place.</param>
    /// <param name="prefix">Pointer of the root, for the pointers of the values.</param>
    public static IEnumerable<(string Pointer, JsonElement Value)> Find(JsonElement root, string place, string prefix = "") =>
        Find(root, JsonPointer.Split(place), 0, prefix);

    private static IEnumerable<(string Pointer, JsonElement Value)> Find(JsonElement value, string[] tokens, int depth, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (depth == tokens.Length)
        {
            return [(pointer, value)];
        }

        return (value.ValueKind, tokens[depth]) switch
        {
            (JsonValueKind.Array, JsonPointer.Any) => value.EnumerateArray().SelectMany((item, index) => Find(item, tokens, depth + 1, JsonPointer.Append(pointer, index))),
            (JsonValueKind.Object, var name) when value.TryGetProperty(name, out var member) => Find(member, tokens, depth + 1, JsonPointer.Append(pointer, name)),
            (JsonValueKind.Object, JsonPointer.Any) => value.EnumerateObject().SelectMany(member => Find(member.Value, tokens, depth + 1, JsonPointer.Append(pointer, member.Name))),
            _ => [],
        };
    }
}
