using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Engine.Recorded;

/// <summary>Reads HAR 1.2, as browsers, proxies and this suite write it.</summary>
internal sealed partial class HarReader
{
    /// <summary>Name of our own member in entries and log; HAR leaves names with an underscore to everybody.</summary>
    public const string NoteName = "_ocpConformance";

    private const double LongestMilliseconds = 1e9;

    // So that the longest exchange still ends within the years that .NET knows.
    private static readonly DateTimeOffset LastStart = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero) - TimeSpan.FromMilliseconds(LongestMilliseconds);

    private readonly string file;

    private HarReader(string file) => this.file = file;

    /// <summary>Reads a file.</summary>
    /// <returns>The entries, and what the run that wrote it noted as not sent.</returns>
    /// <exception cref="HarException">It is no HAR file.</exception>
    public static (IReadOnlyList<HarEntry> Entries, IReadOnlyList<HarNote> Blocked) Read(string file)
    {
        var bytes = Bytes(file);
        var reading = StrictJson.Read(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes);
        if (reading.Value is not { } root)
        {
            throw new HarException(file, string.Empty, $"it is no JSON: {reading.Detail}");
        }

        if (JsonPointer.Find(root, "/log/entries") is not { ValueKind: JsonValueKind.Array } entries)
        {
            throw new HarException(file, "/log/entries", "there is no list of entries");
        }

        var reader = new HarReader(file);
        var blocked = JsonPointer.Find(root, $"/log/{NoteName}/blocked") is { ValueKind: JsonValueKind.Array } notes
            ? notes.EnumerateArray().Select(NoteIn).ToList()
            : [];
        return ([.. entries.EnumerateArray().Select((entry, index) => reader.Entry(entry, index))], blocked);
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarException(file, string.Empty, exception.Message.TrimEnd('.'));
        }
    }

    private HarEntry Entry(JsonElement entry, int index)
    {
        var place = $"/log/entries/{index}";
        var url = Uri.TryCreate(Text(entry, "/request/url"), UriKind.Absolute, out var address)
            ? address
            : throw new HarException(file, $"{place}/request/url", "it is no absolute address");
        var method = Text(entry, "/request/method") ?? throw new HarException(file, $"{place}/request/method", "it is missing");
        var started = Text(entry, "/startedDateTime") is { } moment && IsoStart().IsMatch(moment)
            && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant < LastStart
            ? instant
            : throw new HarException(file, $"{place}/startedDateTime", "it is no time");
        var elapsed = JsonPointer.Find(entry, "/time") is { ValueKind: JsonValueKind.Number } time && time.TryGetDouble(out var milliseconds) && milliseconds is >= 0 and < LongestMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : (TimeSpan?)null;
        var body = Text(entry, "/request/postData/text") is { } text ? (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(text) : null;
        var answer = Answer(entry, place);
        var failure = answer is null && Status(entry, place) == 0 ? new TransportFailure(FailureKind.Protocol, Failure(entry)) : null;
        return new HarEntry(
            index + 1,
            new ExchangeRequest(method.ToUpperInvariant(), url, Headers(entry, "/request/headers"), body),
            answer,
            failure,
            started,
            elapsed,
            JsonPointer.Find(entry, $"/{NoteName}") is { ValueKind: JsonValueKind.Object } note ? NoteIn(note) : null);
    }

    private ExchangeAnswer? Answer(JsonElement entry, string place)
    {
        var status = Status(entry, place);
        var text = Text(entry, "/response/content/text");
        var size = JsonPointer.Find(entry, "/response/content/size") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt64(out var bytes) ? bytes : 0;
        if (status == 0 || (text is null && size != 0))
        {
            return null;
        }

        var headers = Headers(entry, "/response/headers");
        if (!headers.Exists(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) && Text(entry, "/response/content/mimeType") is { Length: > 0 } type)
        {
            headers.Add(new Header("Content-Type", type));
        }

        return new ExchangeAnswer(status, headers, Body(entry, text ?? string.Empty, place));
    }

    private byte[] Body(JsonElement entry, string text, string place)
    {
        if (Text(entry, "/response/content/encoding") != "base64")
        {
            return Encoding.UTF8.GetBytes(text);
        }

        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new HarException(file, $"{place}/response/content/text", "it is no base64");
        }
    }

    private int Status(JsonElement entry, string place) =>
        JsonPointer.Find(entry, "/response/status") is { ValueKind: JsonValueKind.Number } status && status.TryGetInt32(out var code)
            ? code
            : throw new HarException(file, $"{place}/response/status", "it is no number");

    private static List<Header> Headers(JsonElement entry, string place) =>
        JsonPointer.Find(entry, place) is not { ValueKind: JsonValueKind.Array } headers ? [] :
            [.. headers.EnumerateArray().Select(header => new Header(Text(header, "/name") ?? string.Empty, Text(header, "/value") ?? string.Empty))];

    private static HarNote NoteIn(JsonElement note) =>
        new(Text(note, "/id") ?? string.Empty, Text(note, "/operation"), Text(note, "/scenario"), Text(note, "/setting"), Noted(note, "/blocked"));

    // Anything else would be read by the date of today or the time zone of this machine.
    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")]
    private static partial Regex IsoStart();

    private static Message Failure(JsonElement entry) =>
        Noted(entry, $"/{NoteName}/failure")
        ?? (Text(entry, "/response/_error") is { } error ? Message.Of("recorded-failure", error) : Message.Of("no-answer-recorded"));

    // A run of an earlier version notes a plain text.
    private static Message? Noted(JsonElement note, string place)
    {
        try
        {
            return JsonPointer.Find(note, place) is { } message ? MessageConverter.Read(message) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Object && JsonPointer.Find(value, place) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
