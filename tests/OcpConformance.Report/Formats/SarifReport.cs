using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Formats;

/// <summary>
/// The violations as SARIF 2.1.0, for code scanning: one result for each violated requirement at the contract file that
/// states it. A violation that a waiver covers is suppressed, and one below the level that counts is a warning.
/// </summary>
public static class SarifReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "results.sarif";

    private const string Root = "%SRCROOT%";

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        var violated = result.Requirements.Where(requirement => requirement.Verdict is VerdictKind.Violates or VerdictKind.Waived).ToList();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, result, violated);
            WriteInvocation(json, result);
            WriteMessage(json, "automationDetails", "id", $"ocp-conformance/{result.Target.Kind}/");
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            for (var index = 0; index < violated.Count; index++)
            {
                WriteResult(json, violated[index], index, result);
            }

            json.WriteEndArray();
            WriteTotals(json, result);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteTool(Utf8JsonWriter json, ResultDocument result, List<RequirementResult> violated)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", result.Suite.Name);
        json.WriteString("version", result.Suite.Version);
        json.WriteStartArray("rules");
        foreach (var requirement in violated)
        {
            json.WriteStartObject();
            json.WriteString("id", requirement.Id);
            WriteMessage(json, "shortDescription", "text", requirement.Sentence.Text);
            WriteMessage(json, "help", "text", Help(requirement));
            WriteMessage(json, "defaultConfiguration", "level", LevelOf(requirement, result.Conclusion));
            json.WriteStartObject("properties");
            json.WriteString("page", requirement.Page);
            json.WriteStartArray("tags");
            json.WriteStringValue(requirement.Kind.Word());
            json.WriteStringValue(requirement.Level.Word());
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, ResultDocument result)
    {
        var incomplete = result.Conclusion.Outcome == ConclusionKind.Incomplete;
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !incomplete);
        json.WriteString("startTimeUtc", Utc(result.StartedAt));
        json.WriteString("endTimeUtc", Utc(result.StartedAt.AddMilliseconds(result.DurationMs)));
        if (incomplete)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteMessage(json, "message", "text", result.Conclusion.Reason.Text);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, RequirementResult requirement, int rule, ResultDocument result)
    {
        var exchanges = requirement.Evidence.Where(FailureText.IsViolation).Select(evidence => evidence.Exchange).ToList();
        json.WriteStartObject();
        json.WriteString("ruleId", requirement.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(requirement, result.Conclusion));
        WriteMessage(json, "message", "text", FailureText.Of(requirement, result));
        json.WriteStartArray("locations");
        WriteLocation(json, requirement, exchanges);
        json.WriteEndArray();
        WriteMessage(json, "partialFingerprints", "requirement/v1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requirement.Id))));
        if (requirement.Verdict == VerdictKind.Waived)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", RequirementStatuses.Waiver(requirement.Waiver));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        json.WriteString("requirementLevel", requirement.Level.Word());
        json.WriteStartArray("exchanges");
        exchanges.ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The contract names files, not lines; code scanning shows nothing without a line, so the first one stands for the file.
    private static void WriteLocation(Utf8JsonWriter json, RequirementResult requirement, List<string> exchanges)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', requirement.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", exchanges.Count > 0 ? exchanges[0] : requirement.Scope);
        json.WriteString("kind", exchanges.Count > 0 ? "exchange" : "operation");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, ResultDocument result)
    {
        json.WriteStartObject("properties");
        json.WriteString("conclusion", result.Conclusion.Outcome.Word());
        json.WriteString("reason", result.Conclusion.Reason.Text);
        json.WriteNumber("requirements", result.Totals.Requirements);
        json.WriteNumber("conforms", result.Totals.Conforms);
        json.WriteNumber("notExercised", result.Totals.NotExercised);
        json.WriteNumber("blocked", result.Totals.Blocked);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string member, string text)
    {
        json.WriteStartObject(name);
        json.WriteString(member, text);
        json.WriteEndObject();
    }

    private static string Help(RequirementResult requirement) =>
        $"Documentation page: {requirement.Page}."
        + (requirement.Erratum is { } erratum ? $" The page contradicts itself here: documented is {erratum.Documented}, shown is {erratum.Shown}." : string.Empty);

    private static string LevelOf(RequirementResult requirement, ConclusionInfo conclusion) =>
        requirement.Level == Level.Must || conclusion.Level == Level.Should ? "error" : "warning";

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
