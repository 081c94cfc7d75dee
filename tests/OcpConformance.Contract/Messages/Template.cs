using System.Globalization;

namespace OcpConformance.Contract.Messages;

/// <summary>
/// A text with gaps: <c>{0}</c> is the first argument, <c>{0:or}</c> a list with the word for "or" between its parts,
/// <c>{0:clauses}</c> makes a sentence of them, <c>{0:open}</c> leaves the full stop off, and <c>{0?is|are}</c> is the first word
/// where the argument is 1 and the second where it is not.
/// </summary>
internal sealed class Template
{
    private const string FullStops = ".。";

    private readonly IReadOnlyList<Piece> pieces;

    private Template(IReadOnlyList<Piece> pieces) => this.pieces = pieces;

    /// <summary>How many arguments it takes.</summary>
    public int Gaps => pieces.Max(piece => piece.Argument) + 1;

    /// <summary>Whether it has words of its own, apart from its gaps.</summary>
    public bool HasWords => pieces.Any(piece => piece.Argument < 0 && piece.Text.Any(char.IsLetter));

    /// <summary>Whether it begins with words of its own, and not with what a server, a file or a setting is called.</summary>
    public bool BeginsWithWords(IReadOnlyList<Argument> arguments, MessageTable table) =>
        pieces[0] is var first && (first.Argument < 0 || arguments[first.Argument].BeginsWithWords(table));

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A gap is not closed, or has no number.</exception>
    public static Template Parse(string text)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var end = open < 0 ? text.Length : open;
            if (end > at)
            {
                pieces.Add(new Piece(text[at..end], -1, string.Empty, null));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            pieces.Add(close < 0 ? throw new FormatException($"A gap of '{text}' is not closed.") : Gap(text[(open + 1)..close]));
            at = close + 1;
        }

        return new Template(pieces);
    }

    /// <summary>The text with its gaps filled.</summary>
    public string Fill(IReadOnlyList<Argument> arguments, MessageTable table) =>
        string.Concat(pieces.Select(piece => piece.Argument < 0 ? piece.Text : Fill(piece, arguments[piece.Argument], table)));

    private static string Fill(Piece piece, Argument argument, MessageTable table)
    {
        if (piece.Choice is var (one, many))
        {
            return argument.Value is 1L ? one : many;
        }

        var text = argument.In(table, table.Joint(piece.Form));
        return piece.Form switch
        {
            "clauses" when argument.BeginsWithWords(table) => $"{char.ToUpperInvariant(text[0])}{text[1..]}",
            "open" => text.TrimEnd(FullStops.ToCharArray()),
            _ => text,
        };
    }

    private static Piece Gap(string gap)
    {
        var sign = gap.IndexOfAny([':', '?']);
        var number = int.Parse(sign < 0 ? gap : gap[..sign], NumberStyles.None, CultureInfo.InvariantCulture);
        var form = sign < 0 ? string.Empty : gap[(sign + 1)..];
        return sign >= 0 && gap[sign] == '?' && form.Split('|') is [var one, var many]
            ? new Piece(string.Empty, number, string.Empty, (one, many))
            : new Piece(string.Empty, number, form, null);
    }

    private sealed record Piece(string Text, int Argument, string Form, (string One, string Many)? Choice);
}
