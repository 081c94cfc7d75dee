using System.Text;
using System.Text.Json;

namespace OcpConformance.Contract.Json;

/// <summary>
/// Reads JSON as RFC 8259 writes it and nothing else: UTF-8 without byte order mark, no duplicate members, nothing
/// after the value, bounded depth. NJsonSchema's own reader accepts far more, so every document passes here first.
/// </summary>
public static class StrictJson
{
    /// <summary>The greatest depth of nesting that is read.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads one JSON value.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    public static JsonReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (EncodingProblem(bytes.Span) is { } encoding)
        {
            return JsonReading.Rejected(JsonDefect.Encoding, encoding);
        }

        var text = bytes.Span.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return JsonReading.Rejected(JsonDefect.Empty, "there is no content");
        }

        if (text[0] == (byte)'<')
        {
            return JsonReading.Rejected(JsonDefect.Markup, "it starts with '<', like an HTML page");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return SurrogateProblem(bytes.Span) is { } surrogate
                ? JsonReading.Rejected(JsonDefect.Encoding, surrogate)
                : JsonReading.Accepted(document.RootElement.Clone());
        }
        catch (InvalidOperationException)
        {
            // The search for duplicates stops at a member name that is half of a surrogate pair.
            return JsonReading.Rejected(JsonDefect.Encoding, "the name of a member holds half of a surrogate pair");
        }
        catch (JsonException exception)
        {
            return Classify(bytes, exception);
        }
    }

    private static string? EncodingProblem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return "it starts with a byte order mark";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return "it starts with the byte order mark of UTF-16";
        }

        if (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0))
        {
            return "it looks like UTF-16 or UTF-32";
        }

        try
        {
            Utf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException exception)
        {
            return $"the bytes at offset {exception.Index} are not UTF-8";
        }
    }

    private static string? SurrogateProblem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\u"u8) < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return $"the string at byte {reader.TokenStartIndex} holds half of a surrogate pair";
            }
        }

        return null;
    }

    private static JsonReading Classify(ReadOnlyMemory<byte> bytes, JsonException exception)
    {
        var place = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
        // Deeper than what is read, so that depth shows as such and not as a defect of the grammar.
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        var reader = new Utf8JsonReader(bytes.Span, isFinalBlock: false, state);
        try
        {
            do
            {
                if (!reader.Read())
                {
                    return JsonReading.Rejected(JsonDefect.Truncated, $"it ends in the middle of the value ({place})");
                }

                if (reader.CurrentDepth >= MaxDepth && IsStart(reader.TokenType))
                {
                    return JsonReading.Rejected(JsonDefect.TooDeep, $"it is nested deeper than {MaxDepth} levels ({place})");
                }
            }
            while (reader.CurrentDepth > 0 || IsStart(reader.TokenType));

            return bytes.Span[(int)reader.BytesConsumed..].TrimStart(" \t\r\n"u8).IsEmpty
                ? JsonReading.Rejected(JsonDefect.DuplicateMember, DuplicateMember.Describe(bytes.Span))
                : JsonReading.Rejected(JsonDefect.TrailingText, $"something follows the value ({place})");
        }
        catch (JsonException)
        {
            return JsonReading.Rejected(JsonDefect.Syntax, $"it breaks the grammar of JSON ({place})");
        }
    }

    private static bool IsStart(JsonTokenType token) => token is JsonTokenType.StartObject or JsonTokenType.StartArray;
}
