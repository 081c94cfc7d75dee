using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace OcpConformance.Transport.Redaction;

/// <summary>An encoding in which a secret may come back.</summary>
/// <param name="marks">The characters that its escapes begin with.</param>
/// <param name="read">Reads the escape at a place.</param>
internal sealed class Escapes(string marks, Func<string, int, (int Length, string Meaning)?> read)
{
    private const int LongestEntity = 12;

    private readonly SearchValues<char> first = SearchValues.Create(marks);

    /// <summary>Percent-encoding of UTF-8, or of single bytes.</summary>
    public static Escapes Percent { get; } = new("%", ReadPercent);

    /// <summary>Percent-encoding as forms have it, with + for a blank.</summary>
    public static Escapes Form { get; } = new("%+", (text, at) => text[at] == '+' ? (1, " ") : ReadPercent(text, at));

    /// <summary>Escapes of JSON and JavaScript.</summary>
    public static Escapes Json { get; } = new("\\", ReadJson);

    /// <summary>Entities of HTML and XML.</summary>
    public static Escapes Html { get; } = new("&", ReadEntity);

    /// <summary>A quote inside single quotes of a shell.</summary>
    public static Escapes Shell { get; } = new("'", (text, at) => string.CompareOrdinal(text, at, "'\\''", 0, 4) == 0 ? (4, "'") : null);

    /// <summary>The zeros of ASCII in UTF-16.</summary>
    public static Escapes Utf16 { get; } = new("\0", (_, _) => (1, string.Empty));

    /// <summary>UTF-8 that was read as Latin-1.</summary>
    public static Escapes Latin1 { get; } = new(string.Concat(Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(value => (char)value)), ReadLatin1);

    /// <summary>A text without these escapes; null where it has none.</summary>
    public TextView? Off(TextView view) => view.Without(first, read);

    private static (int Length, string Meaning)? ReadPercent(string text, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && at + (3 * count) + 2 < text.Length && text[at + (3 * count)] == '%'
            && byte.TryParse(text.AsSpan(at + (3 * count) + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
        {
            count++;
        }

        return count == 0 ? null
            : Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done ? (3 * used, rune.ToString())
            : (3, ((char)bytes[0]).ToString());
    }

    private static (int Length, string Meaning)? ReadJson(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return null;
        }

        return text[at + 1] switch
        {
            '"' or '/' or '\\' or '\'' => (2, text[at + 1].ToString()),
            'n' => (2, "\n"),
            'r' => (2, "\r"),
            't' => (2, "\t"),
            'b' => (2, "\b"),
            'f' => (2, "\f"),
            'u' when at + 5 < text.Length && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) => (6, ((char)unit).ToString()),
            _ => null,
        };
    }

    private static (int Length, string Meaning)? ReadEntity(string text, int at)
    {
        var end = text.IndexOf(';', at, Math.Min(LongestEntity, text.Length - at));
        if (end < 0)
        {
            return null;
        }

        var entity = text[at..(end + 1)];
        var meaning = WebUtility.HtmlDecode(entity);
        return meaning == entity ? null : (entity.Length, meaning);
    }

    private static (int Length, string Meaning)? ReadLatin1(string text, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && at + count < text.Length && text[at + count] <= '\u00FF')
        {
            bytes[count] = (byte)text[at + count];
            count++;
        }

        return Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done ? (used, rune.ToString()) : null;
    }
}
