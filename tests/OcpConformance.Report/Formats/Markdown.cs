using System.Text;

namespace OcpConformance.Report.Formats;

/// <summary>Markdown that no answer of a target can break out of.</summary>
internal static class Markdown
{
    private const int Longest = 300;
    private const string Special = @"\`*[]<>|";

    /// <summary>Text in one line, shortened where it is long.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in Shorten(text).EnumerateRunes())
        {
            escaped.Append(rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal) ? "\\" : string.Empty).Append(Printable(rune));
        }

        return escaped.ToString();
    }

    /// <summary>Text as code; backslashes escape nothing in it, but a bar ends the cell of a table.</summary>
    public static string Code(string text) =>
        $"`{string.Concat(Shorten(text).EnumerateRunes().Select(Printable)).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>Appends a table.</summary>
    public static void AppendTable(StringBuilder text, string head, string columns, IEnumerable<string> rows)
    {
        text.AppendLine().AppendLine(head).AppendLine(columns);
        foreach (var row in rows)
        {
            text.AppendLine(row);
        }
    }

    private static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..Longest]}...";

    private static string Printable(Rune rune) => Rune.IsControl(rune) ? " " : rune.ToString();
}
