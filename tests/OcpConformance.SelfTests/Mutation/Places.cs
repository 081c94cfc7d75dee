using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Finds where in a document the place of a requirement occurs.</summary>
internal static class Places
{
    /// <summary>The first pointer that the place stands for and that holds a value; null where there is none.</summary>
    public static string? First(JsonNode root, string place)
    {
        return Search(root, JsonPointer.Split(place), 0, string.Empty);

        static string? Search(JsonNode? node, string[] tokens, int depth, string pointer)
        {
            if (node is null || depth == tokens.Length)
            {
                return node is null ? null : pointer;
            }

            if (node is JsonArray items && tokens[depth] == JsonPointer.Any)
            {
                return items.Select((item, index) => Search(item, tokens, depth + 1, JsonPointer.Append(pointer, index))).FirstOrDefault(found => found is not null);
            }

            if (node is not JsonObject members)
            {
                return null;
            }

            return members.ContainsKey(tokens[depth])
                ? Search(members[tokens[depth]], tokens, depth + 1, JsonPointer.Append(pointer, tokens[depth]))
                : tokens[depth] == JsonPointer.Any
                    ? members.Select(member => Search(member.Value, tokens, depth + 1, JsonPointer.Append(pointer, member.Key))).FirstOrDefault(found => found is not null)
                    : null;
        }
    }

    public static JsonNode At(JsonNode root, string pointer) =>
        JsonPointer.Split(pointer).Aggregate(root, (node, token) => node is JsonArray items ? items[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);
}
