using System.Globalization;
using System.Text;
using OcpConformance.Report.Formats;

namespace OcpConformance.Report.Comparison;

/// <summary>A comparison for pull requests and wikis.</summary>
internal static class ComparisonMarkdown
{
    private const int Listed = 100;

    public static string Write(ResultComparison comparison)
    {
        var text = new StringBuilder();
        text.Append($"# OCP conformance, compared\n\n{comparison.Counts}\n\n");
        Table(text, ["", "before", "after"], [.. ComparedFacts.Of(comparison).Select(fact => new[] { fact.Name, fact.Before, fact.After })]);
        foreach (var warning in ComparedFacts.Warnings(comparison))
        {
            text.Append($"\n> {Escape(warning)}\n");
        }

        foreach (var section in ComparisonSection.Of(comparison))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title} ({section.Rows.Count})\n\n");
            Table(text, section.Head, [.. section.Rows.Take(Listed)]);
            if (section.Rows.Count > Listed)
            {
                text.Append(CultureInfo.InvariantCulture, $"\nand {section.Rows.Count - Listed} more\n");
            }
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        text.Append($"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n");
        foreach (var row in rows)
        {
            text.Append($"| {string.Join(" | ", row.Select(Escape))} |\n");
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in OneLine.Of(text))
        {
            escaped.Append(character switch
            {
                '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '!' or '#' or '~' => $"\\{character}",
                '<' => "&lt;",
                '&' => "&amp;",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
