using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;

namespace OcpConformance.Engine.Sending;

/// <summary>Puts into the body of a request what only the run knows.</summary>
internal static class BodyEdit
{
    /// <summary>The body with another value at a place.</summary>
    /// <param name="body">The body.</param>
    /// <param name="place">A JSON pointer.</param>
    /// <param name="value">The value.</param>
    public static ReadOnlyMemory<byte> Set(ReadOnlyMemory<byte> body, string place, JsonNode value)
    {
        var content = JsonNode.Parse(body.Span)!;
        JsonEdit.Set(content, place, value);
        return Encoding.UTF8.GetBytes(content.ToJsonString(CompactJson.Options));
    }

    /// <summary>The body with another id at a place, as number where a number stands there; unchanged where nothing stands there.</summary>
    /// <param name="body">The body; null where there is none.</param>
    /// <param name="place">A JSON pointer.</param>
    /// <param name="id">The id.</param>
    public static ReadOnlyMemory<byte>? Refer(ReadOnlyMemory<byte>? body, string place, string id)
    {
        if (body is not { } text)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return JsonPointer.Find(document.RootElement, place) is not { } old ? body
            : Set(text, place, old.ValueKind == JsonValueKind.Number && long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : id);
    }
}
