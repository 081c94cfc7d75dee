using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.World;

/// <summary>Fits values into the place where an answer shows them.</summary>
internal static class WorldValues
{
    /// <summary>The value of a member as a structure documents it; null where the structure has no such member.</summary>
    /// <param name="node">The structure.</param>
    /// <param name="name">Name of the member.</param>
    /// <param name="value">The value.</param>
    /// <param name="now">The time that times are counted from.</param>
    public static JsonNode? Fit(StructureNode node, string name, JsonElement value, DateTimeOffset now) =>
        (node.Member(name) ?? node.Free) is { } place ? Fit(place, value, now) : null;

    /// <summary>A value as a place documents it; null where the place takes none like it.</summary>
    /// <param name="node">The place.</param>
    /// <param name="value">The value.</param>
    /// <param name="now">The time that times are counted from.</param>
    public static JsonNode? Fit(StructureNode node, JsonElement value, DateTimeOffset now)
    {
        if (value.ValueKind == JsonValueKind.String && RelativeTime.Read(value.GetString()!, now) is var (moment, isEpoch))
        {
            return isEpoch ? JsonValue.Create(moment.ToUnixTimeSeconds()) : JsonValue.Create(RelativeTime.Write(moment));
        }

        // Some places show as a text, or without fraction, what others show as a number.
        JsonElement[] forms = value.ValueKind == JsonValueKind.Number
            ? [value, Whole(value), JsonElement.Parse($"\"{value.GetRawText()}\"")]
            : [value];
        return forms
            .Where(node.Takes)
            .Select(taken => Documented(node, taken))
            .FirstOrDefault();
    }

    private static JsonElement Whole(JsonElement number) =>
        number.TryGetDecimal(out var value) && decimal.IsInteger(value)
            ? JsonElement.Parse(value.ToString("0", CultureInfo.InvariantCulture))
            : number;

    /// <summary>The value of another structure without the members that a place does not document.</summary>
    private static JsonNode? Documented(StructureNode node, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array when node.Items is { } items =>
            new JsonArray([.. value.EnumerateArray().Select(item => Documented(items, item))]),
        JsonValueKind.Object => new JsonObject(value.EnumerateObject()
            .Select(member => (member.Name, Node: node.Member(member.Name) ?? node.Free, member.Value))
            .Where(member => member.Node is not null)
            .Select(member => KeyValuePair.Create(member.Name, Documented(member.Node!, member.Value)))),
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
