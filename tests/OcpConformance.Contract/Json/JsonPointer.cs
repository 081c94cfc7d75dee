using System.Globalization;
using System.Text.Json;

namespace OcpConformance.Contract.Json;

/// <summary>JSON pointers (RFC 6901) as plain strings: building, splitting and following them.</summary>
public static class JsonPointer
{
    /// <summary>Stands for any array item or any free member name in the place of a requirement.</summary>
    public const string Any = "*";

    /// <summary>Appends a member name, escaped.</summary>
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Appends an array index.</summary>
    public static string Append(string pointer, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");

    /// <summary>The unescaped reference tokens of a pointer; none for the root.</summary>
    /// <exception cref="FormatException">The pointer is not empty and does not start with a slash.</exception>
    public static string[] Split(string pointer)
    {
        if (pointer.Length == 0)
        {
            return [];
        }

        if (pointer[0] != '/')
        {
            throw new FormatException($"'{pointer}' is no JSON pointer: it must start with '/'.");
        }

        var tokens = pointer[1..].Split('/');
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = tokens[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        return tokens;
    }

    /// <summary>The value at a pointer, or null where there is none or where it is a JSON null.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        var current = root;
        foreach (var token in Split(pointer))
        {
            if (Step(current, token) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current.ValueKind == JsonValueKind.Null ? null : current;
    }

    private static JsonElement? Step(JsonElement value, string token) => value.ValueKind switch
    {
        JsonValueKind.Object => value.TryGetProperty(token, out var member) ? member : null,
        JsonValueKind.Array => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.GetArrayLength() ? value[index] : null,
        _ => null,
    };
}
