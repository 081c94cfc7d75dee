using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>Reads the body of an answer, and judges how it is written.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body that must be JSON.</summary>
    /// <returns>The value; null where a requirement on the body is violated.</returns>
    public static JsonElement? ReadJson(ExchangeAnswer answer, VerdictCollector book)
    {
        var reading = StrictJson.Read(answer.Body);
        if (reading.Defect is { } defect)
        {
            var owner = ProtocolRules.Owner(defect);
            foreach (var passed in ProtocolRules.Body.TakeWhile(requirement => requirement != owner))
            {
                book.Conform(passed);
            }

            book.Violate(owner, string.Empty, $"{reading.Detail}: {Excerpt.Of(answer.Body)}");
            return null;
        }

        foreach (var passed in ProtocolRules.Body)
        {
            book.Conform(passed);
        }

        book.Record(ProtocolRules.MediaType, answer.IsJsonMediaType, "Content-Type", () => Named(answer));
        return reading.Value;
    }

    /// <summary>Reads the body of an operation that answers without envelope, in its own media type.</summary>
    public static JsonElement? ReadBare(Operation operation, ExchangeAnswer answer, VerdictCollector book)
    {
        var documented = operation.AnswerMediaType;
        if (documented == Operation.JsonMediaType)
        {
            return ReadJson(answer, book);
        }

        book.Record(ProtocolRules.BodyPresent, answer.Body.Length > 0, string.Empty, () => "an empty body");
        book.Record(ProtocolRules.MediaType, answer.MediaType == documented, "Content-Type", () => Named(answer));
        return book.Violates(ProtocolRules.BodyPresent) ? null : JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(answer.Body.Span));
    }

    /// <summary>Whether an answer claims to be JSON, by its media type or by its first character.</summary>
    public static bool ClaimsJson(ExchangeAnswer answer)
    {
        var text = answer.Body.Span.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && (answer.IsJsonMediaType || text[0] is (byte)'{' or (byte)'[');
    }

    private static string Named(ExchangeAnswer answer) => answer.Header("Content-Type") ?? "no Content-Type";
}
