using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Messages;

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
            return JsonReading.Rejected(JsonDefect.Empty, Message.Of("json-empty"));
        }

        if (text[0] == (byte)'<')
        {
            return JsonReading.Rejected(JsonDefect.Markup, Message.Of("json-markup"));
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
            return JsonReading.Rejected(JsonDefect.Encoding, Message.Of("json-half-surrogate-name"));
        }
        catch (JsonException exception)
        {
            return Classify(bytes, exception);
        }
    }

    private static Message? EncodingProblem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return Message.Of("json-byte-order-mark");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Message.Of("json-utf-16-mark");
        }

        if (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0))
        {
            return Message.Of("json-utf-16");
        }

        try
        {
            Utf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException exception)
        {
            return Message.Of("json-not-utf-8", exception.Index);
        }
    }

    private static Message? SurrogateProblem(ReadOnlySpan<byte> bytes)
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
                return Message.Of("json-half-surrogate", reader.TokenStartIndex);
            }
        }

        return null;
    }

    private static JsonReading Classify(ReadOnlyMemory<byte> bytes, JsonException exception)
    {
        var (line, position) = (exception.LineNumber + 1 ?? 1, exception.BytePositionInLine + 1 ?? 1);
        // Deeper than what is read, so that depth shows as such and not as a defect of the grammar.
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        var reader = new Utf8JsonReader(bytes.Span, isFinalBlock: false, state);
        try
        {
            do
            {
                if (!reader.Read())
                {
                    return JsonReading.Rejected(JsonDefect.Truncated, Message.Of("json-truncated", line, position));
                }

                if (reader.CurrentDepth >= MaxDepth && IsStart(reader.TokenType))
                {
                    return JsonReading.Rejected(JsonDefect.TooDeep, Message.Of("json-too-deep", MaxDepth, line, position));
                }
            }
            while (reader.CurrentDepth > 0 || IsStart(reader.TokenType));

            return bytes.Span[(int)reader.BytesConsumed..].TrimStart(" \t\r\n"u8).IsEmpty
                ? JsonReading.Rejected(JsonDefect.DuplicateMember, DuplicateMember.Describe(bytes.Span))
                : JsonReading.Rejected(JsonDefect.TrailingText, Message.Of("json-trailing", line, position));
        }
        catch (JsonException)
        {
            return JsonReading.Rejected(JsonDefect.Syntax, Message.Of("json-grammar", line, position));
        }
    }

    private static bool IsStart(JsonTokenType token) => token is JsonTokenType.StartObject or JsonTokenType.StartArray;
}
