using System.Text.Json;
using OcpConformance.Report.Model;
using OcpConformance.Report.Text;

namespace OcpConformance.Report.Html;

/// <summary>The body of a request or an answer as lines, with the findings at their places.</summary>
public static class BodyText
{
    private const int LongestFormatted = 4_000_000;
    private const int LongestPiece = 1_000;
    private const int MostLines = 120;
    private const int Around = 12;
    private const int Beginning = 8;

    /// <summary>The lines of a body. JSON is formatted; anything else is shown as it came. What is far from any finding is left out of long bodies.</summary>
    /// <param name="body">The body.</param>
    /// <param name="findings">What is wrong with it; findings that are no JSON pointer are not placed.</param>
    public static IReadOnlyList<BodyLine> Lines(string body, IReadOnlyList<FindingResult> findings)
    {
        var lines = Split(body);
        var marks = findings
            .Where(finding => finding.Place.Length == 0 || finding.Place[0] == '/')
            .ToLookup(finding => NearestLine(lines, finding.Place));
        return Shorten([.. lines.Select((line, index) => line with { Findings = [.. marks[index]] })]);
    }

    /// <summary>A part of a line, visible and not too long.</summary>
    internal static BodyPiece Piece(string sort, string text) => text.Length <= LongestPiece
        ? new BodyPiece(sort, VisibleText.Of(text))
        : new BodyPiece(sort, VisibleText.Of(text[..LongestPiece]), text.Length - LongestPiece);

    private static IReadOnlyList<BodyLine> Split(string body)
    {
        if (body.Length <= LongestFormatted)
        {
            try
            {
                return JsonLines.Of(body);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                return TextLines(body);
            }
        }

        return TextLines(body);
    }

    private static List<BodyLine> TextLines(string body) =>
        [.. body.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new BodyLine(index + 1, index == 0 ? string.Empty : null, [Piece("text", line)]))];

    // A missing member has no line of its own; what should have held it has.
    private static int NearestLine(IReadOnlyList<BodyLine> lines, string place)
    {
        for (var at = place; ; at = at[..at.LastIndexOf('/')])
        {
            for (var index = 0; index < lines.Count; index++)
            {
                if (lines[index].Pointer == at)
                {
                    return index;
                }
            }

            if (at.Length == 0)
            {
                return 0;
            }
        }
    }

    private static List<BodyLine> Shorten(List<BodyLine> lines)
    {
        if (lines.Count <= MostLines)
        {
            return lines;
        }

        var marked = Enumerable.Range(0, lines.Count).Where(index => lines[index].Findings.Count > 0).Take(MostLines / (2 * Around)).ToList();
        var kept = Enumerable.Range(0, lines.Count)
            .Where(index => index < Beginning || index == lines.Count - 1 || marked.Exists(mark => Math.Abs(mark - index) <= Around))
            .ToList();
        var shortened = new List<BodyLine>();
        for (var i = 0; i < kept.Count; i++)
        {
            if (i > 0 && kept[i] - kept[i - 1] > 1)
            {
                shortened.Add(new BodyLine(0, null, []) { LeftOut = kept[i] - kept[i - 1] - 1 });
            }

            shortened.Add(lines[kept[i]]);
        }

        return shortened;
    }
}
