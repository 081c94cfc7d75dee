using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Json;

/// <summary>Short readable forms of what an answer holds, for messages.</summary>
public static class Excerpt
{
    private const int Length = 200;
    private const int LineLength = 500;

    /// <summary>A JSON value with its type, shortened.</summary>
    public static Message Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Message.Of("value-object", Shorten(value.GetRawText())),
        JsonValueKind.Array => Message.Of("value-array", Shorten(value.GetRawText())),
        JsonValueKind.String => Message.Of("value-string", Shorten(value.GetRawText())),
        JsonValueKind.Number => Message.Of("value-number", Shorten(value.GetRawText())),
        JsonValueKind.True or JsonValueKind.False => Message.Of("value-boolean", value.GetRawText()),
        _ => Message.Of("value-null"),
    };

    /// <summary>The beginning of a body as text; control characters and line breaks become blanks.</summary>
    public static Argument Of(ReadOnlyMemory<byte> body) =>
        body.Length == 0 ? Message.Of("empty-body") : Shorten(Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, Length * 4)]), Length);

    /// <summary>A text that a server had a hand in, as one line of bounded length.</summary>
    public static string Line(string text) => Shorten(text, LineLength);

    private static string Shorten(string text) => Shorten(text, Length);

    // Never cut between the halves of a surrogate pair.
    private static string Shorten(string text, int length)
    {
        var kept = text.Length <= length ? text : $"{text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)]}…";
        return kept.Any(char.IsControl) ? string.Concat(kept.Select(character => char.IsControl(character) ? ' ' : character)) : kept;
    }
}
