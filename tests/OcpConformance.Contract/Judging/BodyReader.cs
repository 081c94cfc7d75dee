using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Reads the body of an answer, and judges how it is written.</summary>
internal static class BodyReader
{
    private const string HtmlMediaType = "text/html";

    /// <summary>Reads a body that must be JSON.</summary>
    /// <returns>The value; null where a requirement on the body is violated.</returns>
    public static JsonElement? ReadJson(ExchangeAnswer answer, VerdictCollector book) => ReadJson(answer, ProtocolRules.MediaType, book);

    private static JsonElement? ReadJson(ExchangeAnswer answer, Requirement mediaType, VerdictCollector book)
    {
        var reading = StrictJson.Read(answer.Body);
        if (reading.Defect is { } defect)
        {
            var owner = ProtocolRules.Owner(defect);
            foreach (var passed in ProtocolRules.Body.TakeWhile(requirement => requirement != owner))
            {
                book.Conform(passed);
            }

            book.Violate(owner, string.Empty, Message.Of("unreadable-body", reading.Detail!, Excerpt.Of(answer.Body)));
            return null;
        }

        foreach (var passed in ProtocolRules.Body)
        {
            book.Conform(passed);
        }

        book.Record(mediaType, answer.IsJsonMediaType, "Content-Type", () => Named(answer));
        return reading.Value;
    }

    /// <summary>
    /// Reads the body of an operation that answers without envelope. A text is a text whether it comes as it is or as a
    /// string in JSON; any other JSON is read where the media type says that it is JSON.
    /// </summary>
    /// <returns>The value; null where a requirement on the body is violated.</returns>
    public static JsonElement? ReadBare(Operation operation, ExchangeAnswer answer, VerdictCollector book)
    {
        var documented = operation.AnswerMediaType;
        if (documented == Operation.JsonMediaType)
        {
            return ReadJson(answer, ProtocolRules.BareMediaType, book);
        }

        var reading = StrictJson.Read(answer.Body);
        book.Record(ProtocolRules.BodyPresent, answer.Body.Length > 0, string.Empty, () => Message.Of("empty-body"));
        if (documented != HtmlMediaType)
        {
            book.Record(ProtocolRules.NoMarkup, reading.Defect != JsonDefect.Markup, string.Empty, () => Message.Of("unreadable-body", reading.Detail!, Excerpt.Of(answer.Body)));
        }

        var fits = answer.MediaType == documented || (answer.IsJsonMediaType && reading.Value is not null);
        book.Record(ProtocolRules.BareMediaType, fits, "Content-Type", () => Named(answer));
        return book.Violates(ProtocolRules.BodyPresent) || book.Violates(ProtocolRules.NoMarkup) ? null
            : reading.Value is { } json && (answer.IsJsonMediaType || json.ValueKind == JsonValueKind.String) ? json
            : JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(answer.Body.Span));
    }

    /// <summary>Whether an answer claims to be JSON, by its media type or by its first character.</summary>
    public static bool ClaimsJson(ExchangeAnswer answer)
    {
        var text = answer.Body.Span.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && (answer.IsJsonMediaType || text[0] is (byte)'{' or (byte)'[');
    }

    private static Message Named(ExchangeAnswer answer) =>
        answer.Header("Content-Type") is { } type ? Message.Of("content-type", type) : Message.Of("no-content-type");
}
