using System.Globalization;

namespace OcpConformance.Engine.Settings;

/// <summary>The forms that settings come in.</summary>
internal static class SettingForms
{
    /// <summary>A whole number in a range.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="range">The least and the greatest number.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="meaning">What the setting does; unit and range follow it.</param>
    /// <param name="more">What follows them.</param>
    public static Setting<int> Number(string name, int otherwise, (int Least, int Greatest) range, string unit, string meaning, string more = "") => new(
        name,
        otherwise.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{meaning}, in {unit} ({range.Least} to {range.Greatest}){more}"),
        otherwise,
        text => int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Greatest
            ? number
            : throw text.Wrong($"'{text.Value}' is not a number of {unit}", $"Write a whole number from {range.Least} to {range.Greatest}"));

    /// <summary>The same as a time in seconds.</summary>
    public static Setting<TimeSpan> Seconds(string name, int otherwise, (int Least, int Greatest) range, string meaning) =>
        Time(Number(name, otherwise, range, "seconds", meaning), TimeSpan.FromSeconds(1));

    /// <summary>The same as a time in milliseconds.</summary>
    public static Setting<TimeSpan> Milliseconds(string name, int otherwise, (int Least, int Greatest) range, string meaning) =>
        Time(Number(name, otherwise, range, "milliseconds", meaning), TimeSpan.FromMilliseconds(1));

    /// <summary>One of several words.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="otherwise">The word that is the default.</param>
    /// <param name="words">What each word means.</param>
    /// <param name="meaning">What the setting does.</param>
    public static Setting<T> Word<T>(string name, string otherwise, Dictionary<string, T> words, string meaning) => new(
        name,
        otherwise,
        meaning,
        words[otherwise],
        text => words.TryGetValue(text.Value, out var value) ? value : throw text.Wrong($"'{text.Value}' is not allowed", $"Write {string.Join(" or ", words.Keys)}"));

    /// <summary>Any text.</summary>
    public static Setting<string?> Text(string name, string meaning, Func<SettingText, string>? parse = null) => new(name, "none", meaning, null, parse ?? (text => text.Value));

    /// <summary>A file that exists.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="otherwise">The default, in words.</param>
    /// <param name="kind">What sort of file, for the remedy.</param>
    /// <param name="meaning">What the setting does.</param>
    public static Setting<string?> File(string name, string otherwise, string kind, string meaning) => new(name, otherwise, meaning, null, text => text.File(kind));

    /// <summary>A file or folder that need not exist.</summary>
    public static Setting<string?> Path(string name, string otherwise, string meaning) => new(name, otherwise, meaning, null, text => text.Path);

    private static Setting<TimeSpan> Time(Setting<int> number, TimeSpan unit) =>
        new(number.Name, number.Default, number.Meaning, number.Otherwise * unit, text => number.Parse(text) * unit);
}
