using System.Globalization;
using System.Text.Json.Nodes;

namespace OcpConformance.Contract.Json;

/// <summary>Changes single places of a JSON document, as faults and mutants need it.</summary>
public static class JsonEdit
{
    /// <summary>Puts a value at a pointer; the parent must exist. Replaces what is there.</summary>
    /// <param name="root">The document; changed in place.</param>
    /// <param name="pointer">The place; not the root.</param>
    /// <param name="value">The new value; null is a JSON null.</param>
    /// <exception cref="InvalidOperationException">The parent does not exist or holds no members.</exception>
    public static void Set(JsonNode root, string pointer, JsonNode? value)
    {
        var (parent, last) = Parent(root, pointer);
        switch (parent)
        {
            case JsonObject members:
                members[last] = value;
                break;
            case JsonArray items when Index(last) is { } index && index < items.Count:
                items[index] = value;
                break;
            case JsonArray items when Index(last) is { } index && index == items.Count:
                items.Add(value);
                break;
            default:
                throw new InvalidOperationException($"Nothing can be set at '{pointer}'.");
        }
    }

    /// <summary>Removes the member or item at a pointer; nothing happens where there is none.</summary>
    public static void Remove(JsonNode root, string pointer)
    {
        var (parent, last) = Parent(root, pointer);
        if (parent is JsonObject members)
        {
            members.Remove(last);
        }
        else if (parent is JsonArray items && Index(last) is { } index && index < items.Count)
        {
            items.RemoveAt(index);
        }
    }

    private static (JsonNode? Parent, string Last) Parent(JsonNode root, string pointer)
    {
        var tokens = JsonPointer.Split(pointer);
        if (tokens.Length == 0)
        {
            throw new InvalidOperationException("The root of a document cannot be edited.");
        }

        JsonNode? current = root;
        foreach (var token in tokens.AsSpan(..^1))
        {
            current = current switch
            {
                JsonObject members => members[token],
                JsonArray items when Index(token) is { } index && index < items.Count => items[index],
                _ => null,
            };
        }

        return (current, tokens[^1]);
    }

    private static int? Index(string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
