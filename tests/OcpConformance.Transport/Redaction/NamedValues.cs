using System.Buffers;
using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Transport.Redaction;

/// <summary>Finds the values of secret names: by structure where a text is JSON, and wherever a text reads like a member or a parameter.</summary>
/// <param name="names">The names.</param>
internal sealed class NamedValues(SecretNames names)
{
    private const char ByteOrderMark = '\uFEFF';
    private const int MaxDepth = 1000;

    private readonly string[] ends = [.. names.Members.Concat(names.Parameters).Distinct(StringComparer.OrdinalIgnoreCase)];
    private readonly SearchValues<string> marks = SearchValues.Create([.. names.Members, .. names.Parameters], StringComparison.OrdinalIgnoreCase);
    private readonly SearchValues<char> unquotedEnds = SearchValues.Create("&;,\"'<>\\{}[]()| \t\r\n…");

    /// <summary>The values in a text, in their order; none overlaps another.</summary>
    public IReadOnlyList<NamedValue> In(string text)
    {
        var named = text.AsSpan().ContainsAny(marks);
        if (!named && !text.Contains("\\u", StringComparison.Ordinal))
        {
            return [];
        }

        var values = new List<NamedValue>();
        foreach (var value in ByStructure(text).Concat(named ? ByLook(text) : []).OrderBy(value => value.Start).ThenByDescending(value => value.End))
        {
            if (values.Count == 0 || value.Start >= values[^1].End)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private List<NamedValue> ByStructure(string text)
    {
        var trimmed = text.TrimStart(ByteOrderMark, ' ', '\t', '\r', '\n');
        if (trimmed.Length == 0 || trimmed[0] is not ('{' or '['))
        {
            return [];
        }

        var bytes = Encoding.UTF8.GetBytes(trimmed);
        var values = new List<NamedValue>();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        var (seenBytes, seenCharacters) = (0, text.Length - trimmed.Length);
        var secretName = false;
        int? secretDepth = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        secretName = names.IsMember(reader.GetString()!);
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray when secretName:
                        secretDepth ??= reader.CurrentDepth;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray when secretDepth == reader.CurrentDepth:
                        secretDepth = null;
                        break;
                    case JsonTokenType.String or JsonTokenType.Number when secretName || secretDepth is not null:
                        var isNumber = reader.TokenType == JsonTokenType.Number;
                        var start = (int)reader.TokenStartIndex + (isNumber ? 0 : 1);
                        seenCharacters += Encoding.UTF8.GetCharCount(bytes.AsSpan(seenBytes, start - seenBytes));
                        seenBytes = start;
                        var length = Encoding.UTF8.GetCharCount(reader.ValueSpan);
                        values.Add(new NamedValue(seenCharacters, seenCharacters + length, isNumber ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString()!, isNumber));
                        break;
                }

                secretName = false;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What comes before the defect is found all the same; the rest goes by its look.
        }

        return values;
    }

    private IEnumerable<NamedValue> ByLook(string text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            foreach (var end in ends)
            {
                if (string.Compare(text, at, end, 0, end.Length, StringComparison.OrdinalIgnoreCase) == 0 && Behind(text, at + end.Length) is { } value)
                {
                    yield return value;
                    at = value.End - 1;
                    break;
                }
            }
        }
    }

    private int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny(marks) is >= 0 and var hit ? from + hit : -1;

    // The value behind a name that ends at a place; null where none stands there.
    private NamedValue? Behind(string text, int at)
    {
        at = PastBackslashes(text, at);
        var quoted = At(text, at) is '"' or '\'';
        at = PastBlanks(text, quoted ? at + 1 : at);
        if (At(text, at) is not (':' or '=') || (At(text, at) == ':' && !quoted))
        {
            return null;
        }

        var separator = text[at];
        at = separator == ':' ? PastBlanks(text, at + 1) : at + 1;
        var open = PastBackslashes(text, at);
        if (At(text, open) is '"' or '\'')
        {
            return Value(open + 1, Closing(text, open + 1, text[open], open - at));
        }

        if (separator == ':' && At(text, at) is not ('-' or >= '0' and <= '9'))
        {
            return null;
        }

        var length = text.AsSpan(at).IndexOfAny(unquotedEnds);
        return Value(at, length < 0 ? text.Length : at + length) is { } value ? value with { IsNumber = separator == ':' } : null;

        NamedValue? Value(int start, int end) => end > start ? new NamedValue(start, end, text[start..end]) : null;
    }

    // Each encoding as a JSON string doubles the backslashes and adds one, so their number tells the mark that ends a string from those inside.
    private static int Closing(string text, int from, char mark, int backslashes)
    {
        for (var at = text.IndexOf(mark, from); at >= 0; at = text.IndexOf(mark, at + 1))
        {
            var run = 0;
            while (at - run > from && text[at - run - 1] == '\\')
            {
                run++;
            }

            // Fewer backslashes end the string around it.
            if (run < backslashes || run % (2 * (backslashes + 1)) == backslashes)
            {
                return at - Math.Min(run, backslashes);
            }
        }

        return text.Length;
    }

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    private static int PastBackslashes(string text, int at)
    {
        while (At(text, at) == '\\')
        {
            at++;
        }

        return at;
    }

    private static int PastBlanks(string text, int at)
    {
        while (At(text, at) is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }
}
