using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>
/// The exchanges of a run as HAR 1.2, redacted. A member <c>_ocpConformance</c> of each entry says what the run noted about
/// it, so that judging the file again gives the same verdicts.
/// </summary>
public static class HarReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "exchanges.har";

    private const string Note = "_ocpConformance";

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("log");
            json.WriteString("version", "1.2");
            json.WriteStartObject("creator");
            json.WriteString("name", result.Suite.Name);
            json.WriteString("version", result.Suite.Version);
            json.WriteEndObject();
            json.WriteStartObject(Note);
            json.WriteStartArray("blocked");
            foreach (var exchange in result.Exchanges.Where(exchange => exchange.Request is null))
            {
                WriteNote(json, exchange);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartArray("entries");
            foreach (var exchange in result.Exchanges.Where(exchange => exchange.Request is not null))
            {
                WriteEntry(json, exchange, exchange.Request!);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, ExchangeResult exchange, RequestResult request)
    {
        json.WriteStartObject();
        json.WriteString("startedDateTime", exchange.StartedAt!.Value);
        json.WriteNumber("time", exchange.ElapsedMs!.Value);
        WriteRequest(json, request);
        WriteResponse(json, exchange);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", exchange.ElapsedMs.Value);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        json.WritePropertyName(Note);
        WriteNote(json, exchange);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, RequestResult request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", request.Url);
        json.WriteString("httpVersion", "HTTP/1.1");
        WriteEmpty(json, "cookies");
        WriteHeaders(json, request.Headers);
        WriteEmpty(json, "queryString");
        if (request.Body is { } body)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", HeaderNamed(request.Headers, "Content-Type"));
            json.WriteString("text", body);
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", -1);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, ExchangeResult exchange)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", exchange.Answer?.Status ?? 0);
        json.WriteString("statusText", string.Empty);
        json.WriteString("httpVersion", "HTTP/1.1");
        WriteEmpty(json, "cookies");
        WriteHeaders(json, exchange.Answer?.Headers ?? []);
        json.WriteStartObject("content");
        json.WriteNumber("size", SizeOf(exchange.Answer));
        json.WriteString("mimeType", HeaderNamed(exchange.Answer?.Headers ?? [], "Content-Type"));
        json.WriteString("text", exchange.Answer?.Body ?? exchange.Answer?.BodyBase64 ?? string.Empty);
        if (exchange.Answer?.BodyBase64 is not null)
        {
            json.WriteString("encoding", "base64");
        }

        json.WriteEndObject();
        json.WriteString("redirectURL", HeaderNamed(exchange.Answer?.Headers ?? [], "Location"));
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", -1);
        if (exchange.Failure is { } failure)
        {
            json.WriteString("_error", failure.Text);
        }

        json.WriteEndObject();
    }

    private static long SizeOf(AnswerResult? answer) =>
        answer?.BodyBase64 is { } encoded ? Convert.FromBase64String(encoded).Length : Encoding.UTF8.GetByteCount(answer?.Body ?? string.Empty);

    private static void WriteNote(Utf8JsonWriter json, ExchangeResult exchange)
    {
        json.WriteStartObject();
        json.WriteString("id", exchange.Id);
        Write("operation", exchange.Operation);
        Write("scenario", exchange.Scenario);
        Write("setting", exchange.Setting);
        WriteMessage("blocked", exchange.Blocked);
        WriteMessage("failure", exchange.Failure);

        json.WriteEndObject();

        void WriteMessage(string name, Message? message)
        {
            if (message is not null)
            {
                json.WritePropertyName(name);
                MessageConverter.Write(json, message);
            }
        }

        void Write(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    private static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<HeaderResult> headers)
    {
        json.WriteStartArray("headers");
        foreach (var header in headers)
        {
            json.WriteStartObject();
            json.WriteString("name", header.Name);
            json.WriteString("value", header.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    private static string HeaderNamed(IReadOnlyList<HeaderResult> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? string.Empty;
}
