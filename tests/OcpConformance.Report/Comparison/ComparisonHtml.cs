using System.Globalization;
using System.Net;
using System.Text;
using OcpConformance.Report.Formats;

namespace OcpConformance.Report.Comparison;

/// <summary>A comparison as one page that needs nothing else.</summary>
internal static class ComparisonHtml
{
    private const int Listed = 1000;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>OCP conformance, compared</title>
        <style>
        :root { color-scheme: light dark; --line: #8888; --soft: #8882; }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
        th, td { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; padding: .3rem .6rem; text-align: left; vertical-align: top; }
        th:first-child, td:first-child { white-space: nowrap; }
        .note { background: var(--soft); border-left: .25rem solid #c80; margin: .5rem 0; padding: .4rem .8rem; }
        .counts { font-size: 1.2rem; }
        </style>
        </head>
        <body>
        <h1>OCP conformance, compared</h1>

        """;

    public static string Write(ResultComparison comparison)
    {
        var page = new StringBuilder(Head);
        page.Append($"<p class=\"counts\">{Escape(comparison.Counts)}</p>\n");
        Table(page, ["", "before", "after"], [.. ComparedFacts.Of(comparison).Select(fact => new[] { fact.Name, fact.Before, fact.After })]);
        foreach (var warning in ComparedFacts.Warnings(comparison))
        {
            page.Append($"<p class=\"note\">{Escape(warning)}</p>\n");
        }

        foreach (var section in ComparisonSection.Of(comparison))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(section.Title)} ({section.Rows.Count})</h2>\n");
            Table(page, section.Head, [.. section.Rows.Take(Listed)]);
            if (section.Rows.Count > Listed)
            {
                page.Append(CultureInfo.InvariantCulture, $"<p>and {section.Rows.Count - Listed} more</p>\n");
            }
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Table(StringBuilder page, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        page.Append($"<table>\n<thead><tr>{string.Concat(head.Select(cell => $"<th>{Escape(cell)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{Escape(cell)}</td>"))}</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(OneLine.Of(text));
}
