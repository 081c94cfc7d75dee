using System.Globalization;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.Answering;

/// <summary>The language of messages and hints.</summary>
internal static class Language
{
    private const string Default = "en-US";

    private static readonly string[] Known = [Default, "zh-CN"];

    /// <summary>The language that the Accept-Language header prefers among those that OCP speaks; English where it prefers none.</summary>
    public static string Of(string? acceptLanguage)
    {
        var (best, quality) = (Default, 0m);
        foreach (var range in (acceptLanguage ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            if (Known.FirstOrDefault(known => SamePrimary(known, parts[0])) is { } language && QualityOf(parts) is var wish && wish > quality)
            {
                (best, quality) = (language, wish);
            }
        }

        return best;
    }

    /// <summary>Puts the texts of a language into an answer.</summary>
    public static void Translate(JsonObject envelope, AnswerTemplate template, string language)
    {
        if (template.Languages.TryGetValue(language, out var texts))
        {
            foreach (var (pointer, text) in texts)
            {
                JsonEdit.Set(envelope, pointer, text);
            }
        }
    }

    private static bool SamePrimary(string known, string range) => known.Split('-')[0].Equals(range.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    private static decimal QualityOf(string[] parts) =>
        parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is { } text
            ? decimal.TryParse(text.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0m
            : 1m;
}
