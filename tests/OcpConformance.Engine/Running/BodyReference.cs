using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;

namespace OcpConformance.Engine.Running;

/// <summary>Where a body refers to another object.</summary>
internal static class BodyReference
{
    /// <summary>The body with another id at a place, as number where a number stands there; unchanged where nothing stands there.</summary>
    /// <param name="body">The body; null where there is none.</param>
    /// <param name="place">A JSON pointer.</param>
    /// <param name="id">The id.</param>
    public static ReadOnlyMemory<byte>? Set(ReadOnlyMemory<byte>? body, string place, string id)
    {
        if (body is not { } text)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        if (JsonPointer.Find(document.RootElement, place) is not { } old)
        {
            return body;
        }

        var content = JsonNode.Parse(text.Span)!;
        JsonEdit.Set(content, place, old.ValueKind == JsonValueKind.Number && long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : id);
        return Encoding.UTF8.GetBytes(content.ToJsonString(CompactJson.Options));
    }
}
