using System.Text;
using System.Text.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>Short readable forms of what an answer holds, for messages.</summary>
public static class Excerpt
{
    private const int Length = 200;

    /// <summary>A JSON value with its type, shortened.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"the object {Shorten(value.GetRawText())}",
        JsonValueKind.Array => $"the array {Shorten(value.GetRawText())}",
        JsonValueKind.String => $"the string {Shorten(value.GetRawText())}",
        JsonValueKind.Number => $"the number {Shorten(value.GetRawText())}",
        JsonValueKind.True or JsonValueKind.False => $"the boolean {value.GetRawText()}",
        _ => "null",
    };

    /// <summary>The beginning of a body as text; control characters and line breaks become blanks.</summary>
    public static string Of(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, Length * 4)]);
        return body.Length == 0 ? "an empty body" : Shorten(string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)));
    }

    private static string Shorten(string text) => text.Length <= Length ? text : $"{text[..Length]}…";
}
