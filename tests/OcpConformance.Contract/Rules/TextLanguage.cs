using System.Text;

namespace OcpConformance.Contract.Rules;

/// <summary>Tells by its letters whether a text is in a language: Chinese has Han characters, English mostly Latin letters.</summary>
internal static class TextLanguage
{
    /// <summary>Whether a text is in a language; null where its letters do not tell, or nothing is known of the language.</summary>
    /// <param name="text">The text; names of objects in it may be in another language.</param>
    /// <param name="language">A language tag, like <c>zh-CN</c>.</param>
    public static bool? IsIn(string text, string language)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        if (letters.Count == 0)
        {
            return null;
        }

        var han = letters.Count(IsHan);
        return language.Split('-', ',', ';')[0].Trim().ToLowerInvariant() switch
        {
            "zh" => han > 0,
            "en" => 2 * han <= letters.Count,
            _ => null,
        };
    }

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
