using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.MockOcp.Operations;

namespace OcpConformance.MockOcp.State;

/// <summary>Makes an object from a sample and the body of the request that creates it.</summary>
internal static class ObjectFactory
{
    /// <summary>The first object in the fixtures of an operation; null where there is none.</summary>
    public static JsonElement? Sample(ServedOperation operation) =>
        operation.Fixtures.First?.Answer.Json is { } body ? JsonPointer.Find(body, "/data/contents/0") ?? JsonPointer.Find(body, "/data") : null;

    /// <summary>The new object, under a name of the request or an id of its own.</summary>
    public static JsonObject Make(ObjectLifecycle lifecycle, JsonElement sample, JsonElement? body, Func<long> nextId)
    {
        var made = JsonNode.Parse(sample.GetRawText())!.AsObject();
        if (body is { } given)
        {
            foreach (var (from, to) in lifecycle.Copies)
            {
                Copy(given, from, made, to);
            }

            if (lifecycle is { NameInBody: { } name, NameInObject: { } member })
            {
                Copy(given, name, made, member);
            }
        }

        if (lifecycle.Member is { } key && key != lifecycle.NameInObject)
        {
            JsonEdit.Set(made, key, nextId());
        }

        return made;
    }

    /// <summary>The value at a pointer; null where there is none.</summary>
    public static JsonNode? Find(JsonNode root, string pointer)
    {
        JsonNode? current = root;
        foreach (var token in JsonPointer.Split(pointer))
        {
            current = (current as JsonObject)?[token];
        }

        return current;
    }

    // A value of another type than the sample's is left alone: the answer is as documented whatever the request brings.
    private static void Copy(JsonElement body, string from, JsonObject made, string to)
    {
        if (JsonPointer.Find(body, from) is { } value && Find(made, to) is { } old && SameType(value.ValueKind, old.GetValueKind()))
        {
            JsonEdit.Set(made, to, JsonNode.Parse(value.GetRawText()));
        }
    }

    private static bool SameType(JsonValueKind one, JsonValueKind other) =>
        one == other || (one is JsonValueKind.True or JsonValueKind.False && other is JsonValueKind.True or JsonValueKind.False);
}
