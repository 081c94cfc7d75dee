using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Html;

/// <summary>
/// The result as compact JSON inside the HTML report, from which its script makes rows when somebody looks at them. Texts that
/// occur often stand once in a table, and rows name them by index. The script reads the rows by position.
/// </summary>
/// <param name="result">The result.</param>
internal sealed class EmbeddedData(ResultDocument result)
{
    private const int LongestBody = 64_000;

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> exchanges = result.Exchanges.Select((exchange, index) => (exchange.Id, index)).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);

    /// <summary>Both vocabularies, and the sentences in Chinese.</summary>
    public static string Words() => Json(json =>
    {
        json.WriteStartObject();
        foreach (var words in new[] { ReportWords.English, ReportWords.Chinese })
        {
            WriteWords(json, words.Language, words.Words);
        }

        WriteWords(json, "sentences", ChineseSentences.Patterns);
        json.WriteEndObject();
    });

    /// <summary>Every requirement, what is missing, and which requirement violates in which exchange by cause.</summary>
    public string Requirements(IReadOnlyList<CauseView> causes)
    {
        var rows = result.Requirements.Select((requirement, index) => (requirement.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        return Json(json =>
        {
            json.WriteStartObject();
            WriteList(json, "rows", result.Requirements, Requirement);
            WriteList(json, "causes", causes, (json, cause) => WriteItems(json, cause.Cause.Members, (json, member) =>
                WriteNumbers(json, rows[member.Requirement.Id], exchanges.GetValueOrDefault(member.Evidence.Exchange, -1))));
            WriteList(json, "missing-members", result.Coverage.MissingMembers, (json, text) => json.WriteStringValue(text));
            WriteList(json, "missing-values", result.Coverage.MissingValues, (json, text) => json.WriteStringValue(text));
            WriteList(json, "empty-lists", result.Coverage.EmptyLists, (json, text) => json.WriteStringValue(text));
            WriteList(json, "texts", [.. texts.Keys], (json, text) => json.WriteStringValue(text));
            json.WriteEndObject();
        });
    }

    /// <summary>Every exchange.</summary>
    public string Exchanges()
    {
        texts.Clear();
        return Json(json =>
        {
            json.WriteStartObject();
            WriteList(json, "rows", result.Exchanges, Exchange);
            WriteList(json, "texts", [.. texts.Keys], (json, text) => json.WriteStringValue(text));
            json.WriteEndObject();
        });
    }

    private void Requirement(Utf8JsonWriter json, RequirementResult requirement)
    {
        json.WriteStartArray();
        WriteText(json, requirement.Scope);
        json.WriteStringValue(requirement.Id[requirement.Scope.Length..]);
        json.WriteStringValue(requirement.Sentence);
        WriteText(json, requirement.Level);
        WriteText(json, requirement.Kind);
        WriteText(json, requirement.Verdict);
        WriteText(json, requirement.Page);
        WriteText(json, requirement.File);
        WriteText(json, requirement.Reason);
        json.WriteNumberValue(requirement.ConformsIn);
        WriteItems(json, requirement.Evidence, Evidence);
        if (requirement.Erratum is { } erratum)
        {
            json.WriteStringValue(erratum.Documented);
            json.WriteStringValue(erratum.Shown);
        }

        json.WriteEndArray();
    }

    private void Evidence(Utf8JsonWriter json, EvidenceResult evidence)
    {
        json.WriteStartArray();
        json.WriteNumberValue(exchanges.GetValueOrDefault(evidence.Exchange, -1));
        if (evidence.Findings is { } findings)
        {
            json.WriteNumberValue(evidence.FindingCount ?? findings.Count);
            WriteItems(json, findings, (json, finding) => WriteTexts(json, finding.Place, finding.Expected, finding.Actual));
        }

        json.WriteEndArray();
    }

    private void Exchange(Utf8JsonWriter json, ExchangeResult exchange)
    {
        json.WriteStartArray();
        json.WriteStringValue(exchange.Id);
        WriteText(json, exchange.Operation);
        WriteText(json, exchange.Scenario);
        WriteText(json, exchange.Blocked);
        WriteText(json, exchange.Request?.Method);
        json.WriteStringValue(exchange.Request?.Url);
        WriteHeaders(json, exchange.Request?.Headers);
        WriteBody(json, exchange.Request?.Body);
        json.WriteNumberValue(exchange.Answer?.Status ?? 0);
        WriteHeaders(json, exchange.Answer?.Headers);
        WriteBody(json, exchange.Answer?.Body);
        WriteBody(json, exchange.Answer?.BodyBase64);
        WriteText(json, exchange.Failure);
        json.WriteNumberValue(exchange.ElapsedMs ?? 0);
        json.WriteStringValue(exchange.Curl);
        WriteText(json, exchange.Setting);
        json.WriteEndArray();
    }

    private void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<HeaderResult>? headers) =>
        WriteTexts(json, [.. (headers ?? []).SelectMany(header => new[] { header.Name, header.Value })]);

    // A body is its text, or its beginning and how much is cut off.
    private static void WriteBody(Utf8JsonWriter json, string? body)
    {
        if (body is not { Length: > LongestBody })
        {
            json.WriteStringValue(body);
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(body[..LongestBody]);
        json.WriteNumberValue(body.Length - LongestBody);
        json.WriteEndArray();
    }

    private void WriteTexts(Utf8JsonWriter json, params string[] values) =>
        WriteItems(json, values, WriteText);

    private void WriteText(Utf8JsonWriter json, string? text)
    {
        if (text is not null && !texts.ContainsKey(text))
        {
            texts[text] = texts.Count;
        }

        json.WriteNumberValue(text is null ? -1 : texts[text]);
    }

    private static void WriteNumbers(Utf8JsonWriter json, params int[] numbers) =>
        WriteItems(json, numbers, (json, number) => json.WriteNumberValue(number));

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> words)
    {
        json.WriteStartObject(name);
        foreach (var (key, word) in words)
        {
            json.WriteString(key, word);
        }

        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WritePropertyName(name);
        WriteItems(json, items, write);
    }

    private static void WriteItems<T>(Utf8JsonWriter json, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    // Nothing in it can end the script element or begin another: '<' and the line separators of Unicode are escaped.
    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return new StringBuilder(Encoding.UTF8.GetString(buffer.WrittenSpan))
            .Replace("<", "\\u003C").Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029").ToString();
    }
}
