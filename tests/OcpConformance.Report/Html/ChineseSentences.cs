using System.Text.Json;
using System.Text.RegularExpressions;

namespace OcpConformance.Report.Html;

/// <summary>
/// Says in Chinese what the result says in English, as far as the sentence follows a known pattern. Names, values and excerpts
/// stay as they are. A sentence of no known pattern stays English.
/// </summary>
public static partial class ChineseSentences
{
    /// <summary>The patterns and how they are said in Chinese; <c>{0}</c> and so on stand for what is kept.</summary>
    public static IReadOnlyDictionary<string, string> Patterns { get; } =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(ReportWords.Asset("sentences.zh-CN.json"))!
            .SelectMany(group => group.Value)
            .ToDictionary(StringComparer.Ordinal);

    private static IReadOnlyList<(string Text, Regex Pattern, string Chinese)> Compiled { get; } =
        [.. Patterns.Select(pair => (pair.Key, Compile(pair.Key), pair.Value))];

    /// <summary>The sentence in Chinese; null where its pattern is not known.</summary>
    public static string? Of(string sentence)
    {
        foreach (var (_, pattern, chinese) in Compiled)
        {
            if (pattern.Match(sentence) is { Success: true } match)
            {
                return Placeholder().Replace(chinese, place => match.Groups[$"p{place.Groups[1].Value}"].Value);
            }
        }

        return PlaceAndStatement().Match(sentence) is { Success: true } parts && Of(parts.Groups["statement"].Value) is { } statement
            ? $"{(parts.Groups["place"].Value == "the answer" ? Patterns["the answer"] : parts.Groups["place"].Value)} {statement}"
            : null;
    }

    /// <summary>The pattern that a sentence, or its statement about a place, follows; null where there is none.</summary>
    public static string? PatternOf(string sentence) =>
        Compiled.FirstOrDefault(entry => entry.Pattern.IsMatch(sentence)).Text
        ?? (PlaceAndStatement().Match(sentence) is { Success: true } parts ? PatternOf(parts.Groups["statement"].Value) : null);

    private static Regex Compile(string pattern) =>
        new($"^{Placeholder().Replace(Regex.Escape(pattern).Replace("}", "\\}", StringComparison.Ordinal), "(?<p$1>.*)")}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\\?\{([0-9])\\?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(?<place>the answer|[^ ]+) (?<statement>(is|has|satisfies|does|matches) .*)$", RegexOptions.Singleline)]
    private static partial Regex PlaceAndStatement();
}
