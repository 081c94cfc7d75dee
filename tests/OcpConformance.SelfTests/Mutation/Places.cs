using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Finds where in a document the place of a requirement occurs.</summary>
internal static class Places
{
    /// <summary>The first pointer that the place stands for and that holds a value; null where there is none.</summary>
    /// <param name="root">The document.</param>
    /// <param name="place">The place.</param>
    /// <param name="documented">The documented member names of the object at a place whose members have free names; null where <c>*</c> means items of an array.</param>
    public static string? First(JsonNode root, string place, Func<string, IReadOnlySet<string>?>? documented = null)
    {
        var tokens = JsonPointer.Split(place);
        return Search(root, 0, string.Empty);

        string? Search(JsonNode? node, int depth, string pointer)
        {
            if (node is null || depth == tokens.Length)
            {
                return node is null ? null : pointer;
            }

            var token = tokens[depth];
            IEnumerable<(JsonNode? Child, string Pointer)> children = (node, token) switch
            {
                (JsonArray items, JsonPointer.Any) => items.Select((item, index) => (item, JsonPointer.Append(pointer, index))),
                (JsonObject members, JsonPointer.Any) when documented?.Invoke(Prefix(depth)) is { } names =>
                    members.Where(member => !names.Contains(member.Key)).Select(member => (member.Value, JsonPointer.Append(pointer, member.Key))),
                (JsonObject members, not JsonPointer.Any) => [(members[token], JsonPointer.Append(pointer, token))],
                _ => [],
            };
            return children.Select(child => Search(child.Child, depth + 1, child.Pointer)).FirstOrDefault(found => found is not null);
        }

        string Prefix(int depth) => tokens.Take(depth).Aggregate(string.Empty, JsonPointer.Append);
    }

    public static JsonNode At(JsonNode root, string pointer) =>
        JsonPointer.Split(pointer).Aggregate(root, (node, token) => node is JsonArray items ? items[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);
}
