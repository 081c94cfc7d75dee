using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Trust;

/// <summary>A result without what differs between two runs that are the same.</summary>
internal static class NormalizedResult
{
    private const string Blank = "#";
    private const int ListedDifferences = 5;
    private const string Address = "http://mock.example";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>All that may differ.</summary>
    public static IReadOnlyList<DifferingMember> Differing { get; } =
    [
        new(ResultPart.Run, "startedAt", "the time at which the run began"),
        new(ResultPart.Run, "durationMs", "the time that the run took"),
        new(ResultPart.Exchange, "startedAt", "the time at which the request was sent"),
        new(ResultPart.Exchange, "elapsedMs", "the time until the answer had come"),
        new(ResultPart.RequestHeader, "Date", "the time at which the request was signed"),
        new(ResultPart.AnswerHeader, "Date", "the time at which the answer was sent"),
        new(ResultPart.AnswerHeader, "Content-Length", "times have more or fewer digits, and compress better or worse; blank only where the body has them, or would have them if it were not HEAD"),
        new(ResultPart.Envelope, "timestamp", "the time of the answer"),
        new(ResultPart.Envelope, "duration", "the time that the mock took"),
        new(ResultPart.Envelope, "traceId", "the trace id of the answer"),
        new(ResultPart.Address, "baseUrl", "the port that the mock listens at; also in the addresses and curl commands of requests"),
    ];

    /// <summary>The same in words.</summary>
    public static string InWords => string.Join("; ", Differing.Select(member => $"{member.Part} {member.Name}: {member.Reason}"));

    /// <summary>The first lines of two results that differ in what may not differ, each with the id that stands above it.</summary>
    public static IReadOnlyList<string> Differences(ResultDocument one, ResultDocument other)
    {
        var (expected, actual) = (Lines(one), Lines(other));
        return
        [
            .. expected.Zip(actual).Index()
                .Where(line => line.Item.First != line.Item.Second)
                .Select(line => $"{Array.FindLast(expected[..line.Index], text => text.Contains("\"id\": "))?.Trim()} {line.Item.First.Trim()} became {line.Item.Second.Trim()}")
                .Concat(expected.Length == actual.Length ? [] : [$"{expected.Length} lines became {actual.Length}"])
                .Take(ListedDifferences),
        ];
    }

    /// <summary>The text of a result, with <c>#</c> in place of whatever may differ.</summary>
    /// <param name="run">The content of conformance.json; changed in place.</param>
    public static string Of(JsonObject run)
    {
        var baseUrl = run["target"]!["baseUrl"]!.GetValue<string>().TrimEnd('/');
        run["target"]!["baseUrl"] = Address;
        BlankMembers(run, ResultPart.Run);
        foreach (var exchange in run["exchanges"]!.AsArray().Select(entry => entry!.AsObject()))
        {
            BlankMembers(exchange, ResultPart.Exchange);
            Rebase(exchange, "curl", baseUrl);
            if (exchange["request"] is JsonObject request)
            {
                Rebase(request, "url", baseUrl);
                BlankHeaders(request, Names(ResultPart.RequestHeader));
            }

            if (exchange["answer"] is JsonObject answer)
            {
                var hasTimes = BlankEnvelope(answer) || exchange["request"]?["method"]?.GetValue<string>() == "HEAD";
                BlankHeaders(answer, Names(ResultPart.AnswerHeader).Where(name => hasTimes || name != "Content-Length"));
            }
        }

        return run.ToJsonString(Indented);
    }

    private static string[] Lines(ResultDocument result) => Of(JsonNode.Parse(ResultJson.Write(result))!.AsObject()).Split('\n');

    private static IEnumerable<string> Names(ResultPart part) => Differing.Where(member => member.Part == part).Select(member => member.Name);

    private static void BlankMembers(JsonObject holder, ResultPart part)
    {
        foreach (var name in Names(part).Where(holder.ContainsKey))
        {
            holder[name] = Blank;
        }
    }

    private static void BlankHeaders(JsonObject message, IEnumerable<string> names)
    {
        var blank = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message["headers"]!.AsArray().Where(header => blank.Contains(header!["name"]!.GetValue<string>())))
        {
            header!["value"] = Blank;
        }
    }

    private static void Rebase(JsonObject holder, string name, string baseUrl)
    {
        if (holder[name] is { } text)
        {
            holder[name] = text.GetValue<string>().Replace($"{baseUrl}/", $"{Address}/", StringComparison.Ordinal);
        }
    }

    // Whether the body has a member to blank. All others of its bytes stay as they came.
    private static bool BlankEnvelope(JsonObject answer)
    {
        if (answer["body"]?.GetValue<string>() is not { } text || StrictJson.Read(Encoding.UTF8.GetBytes(text)).Value is not { ValueKind: JsonValueKind.Object })
        {
            return false;
        }

        var body = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(body);
        var blanked = new StringBuilder();
        var kept = 0;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && Names(ResultPart.Envelope).Contains(reader.GetString()))
            {
                reader.Read();
                blanked.Append(Encoding.UTF8.GetString(body.AsSpan(kept, (int)reader.TokenStartIndex - kept))).Append($"\"{Blank}\"");
                kept = (int)reader.BytesConsumed;
            }
        }

        answer["body"] = blanked.Append(Encoding.UTF8.GetString(body.AsSpan(kept))).ToString();
        return kept > 0;
    }
}
