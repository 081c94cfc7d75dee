using FsCheck;
using FsCheck.Fluent;

namespace OcpConformance.SelfTests.Properties;

/// <summary>Generators that several properties share.</summary>
internal static class Generators
{
    private static readonly string[] Awkward =
        ["a", "b", "z", "0", "9", " ", "+", "%", "&", "=", "?", "#", "/", "\\", "\"", "'", "<", ">", ",", ";", ":", ".", "~", "-", "_", "$", "*", "(", "[", "{", "|", "^", "\u00f6", "\u96c6", "\ud83d\ude00", "\u00e9", "%2F", "\t", "\n"];

    /// <summary>Texts of characters that some encoding or other treats in its own way.</summary>
    public static Gen<string> Text(int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Gen.Elements(Awkward).ArrayOf(count)).Select(string.Concat);

    /// <summary>Texts of a few characters out of some.</summary>
    public static Gen<string> Of(string characters, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Gen.Elements(characters.ToCharArray()).ArrayOf(count)).Select(chosen => new string(chosen));

    /// <summary>The same items in another order.</summary>
    public static Gen<T[]> Shuffled<T>(IEnumerable<T> items) => Gen.Shuffle(items.ToArray());
}
