using System.Globalization;
using System.Text;

namespace OcpConformance.Report.Text;

/// <summary>Text of an answer, made fit to be looked at: nothing in it is invisible or changes the direction of what surrounds it.</summary>
internal static class VisibleText
{
    /// <summary>Replaces control and format characters by their names.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsInvisible))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsInvisible(character)
                ? visible.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]")
                : visible.Append(character);
        }

        return visible.ToString();
    }

    private static bool IsInvisible(char character) =>
        character != '\t' && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
