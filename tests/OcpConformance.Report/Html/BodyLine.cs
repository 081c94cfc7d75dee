using OcpConformance.Report.Model;

namespace OcpConformance.Report.Html;

/// <summary>A line of a body as the report shows it, or a remark on lines that it leaves out.</summary>
/// <param name="Number">Its number, from 1; 0 where lines are left out.</param>
/// <param name="Pointer">JSON pointer of the value that begins in it; null where none does.</param>
/// <param name="Pieces">Its text, by sort.</param>
public sealed record BodyLine(int Number, string? Pointer, IReadOnlyList<BodyPiece> Pieces)
{
    /// <summary>The blanks in front of it.</summary>
    public string Indent { get; init; } = string.Empty;

    /// <summary>The findings at this place.</summary>
    public IReadOnlyList<FindingResult> Findings { get; init; } = [];

    /// <summary>How many lines are left out here.</summary>
    public int LeftOut { get; init; }
}

/// <summary>A part of a line.</summary>
/// <param name="Sort"><c>name</c>, <c>string</c>, <c>number</c>, <c>literal</c>, <c>mark</c> (punctuation) or <c>text</c>.</param>
/// <param name="Text">The text as it was sent, shortened.</param>
/// <param name="Cut">How many characters were cut off.</param>
public sealed record BodyPiece(string Sort, string Text, int Cut = 0);
