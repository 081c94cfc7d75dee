using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>The conclusion as a badge, in the JSON that shields.io reads from an endpoint.</summary>
public static class BadgeReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "badge.json";

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("label", "OCP conformance");
            json.WriteString("message", Message(result));
            json.WriteString("color", Color(result));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string Message(ResultDocument result)
    {
        (int Count, string Word)[] parts =
        [
            (result.Count(RequirementStatus.Fails), "violated"),
            (result.Count(RequirementStatus.Holds), "hold"),
            (result.Count(RequirementStatus.Warns), "warn"),
            (result.Count(RequirementStatus.Waived), "waived"),
        ];
        var counts = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Word}")));
        return result.Conclusion.Outcome == ConclusionKind.Incomplete || counts.Length == 0 ? result.Conclusion.Outcome.Word() : counts;
    }

    private static string Color(ResultDocument result) => result.Conclusion.Outcome switch
    {
        ConclusionKind.NonConformant => "red",
        ConclusionKind.Incomplete => "lightgrey",
        _ => result.Count(RequirementStatus.Warns) + result.Count(RequirementStatus.Waived) > 0 ? "yellowgreen" : "brightgreen",
    };
}
