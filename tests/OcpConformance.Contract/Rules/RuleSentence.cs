using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>
/// What a rule of an operation file states: in English as the file words it, and as a message that says the same of the
/// members and parameters by their names.
/// </summary>
internal static class RuleSentence
{
    public static Message Of(JsonElement rule) => Statement(rule).Worded(rule.GetProperty("sentence").GetString()!);

    private static Message Statement(JsonElement rule) => RuleReader.KindOf(rule) switch
    {
        "echo" => Message.Of("rule-echo", Text(rule, "parameter")!, Texts(rule, "places")),
        "filtered-by" => Message.Of(Filter(Text(rule, "match")!), Text(rule, "parameter")!, Texts(rule, "places")),
        "sorted-by" => Message.Of(IsDescending(rule) ? "rule-descending" : "rule-ascending", Texts(rule, "places"), Order(rule)),
        "within-window" => Window(Texts(rule, "places"), Text(rule, "start"), Text(rule, "end")),
        "within-range" => Range(Texts(rule, "places"), Number(rule, "minimum"), Number(rule, "maximum")),
        "not-after" => Message.Of(
            "rule-not-after", $"{Text(rule, "within")}{Text(rule, "earlier")}", $"{Text(rule, "within")}{Text(rule, "later")}"),
        "count-of" => CountOf(rule),
        RuleReader.InLanguage => Message.Of("rule-in-language", Texts(rule, "places")),
        _ => Message.Of("rule-agree", Texts(rule, "when")),
    };

    private static string Filter(string match) => match switch
    {
        "contains" => "rule-contains",
        "any-of" => "rule-any-of",
        _ => "rule-equal-to",
    };

    private static bool IsDescending(JsonElement rule) =>
        Text(rule, "value")?.Split(',').Contains("desc", StringComparer.OrdinalIgnoreCase) == true;

    private static string Order(JsonElement rule) =>
        Text(rule, "value") is { } value ? $"{Text(rule, "parameter")}={value}" : $"{Text(rule, "parameter")}=";

    private static Message Window(Argument places, string? start, string? end) =>
        start is null ? Message.Of("rule-until", places, end!)
        : end is null ? Message.Of("rule-since", places, start)
        : Message.Of("rule-within-window", places, start, end);

    private static Message Range(Argument places, string? minimum, string? maximum) =>
        minimum is null ? Message.Of("rule-not-above", places, maximum!)
        : maximum is null ? Message.Of("rule-not-below", places, minimum)
        : Message.Of("rule-within-range", places, minimum, maximum);

    private static Message CountOf(JsonElement rule)
    {
        var given = Counts(rule).ToList();
        return Message.Of("rule-same-count", given[0], given[1]);
    }

    private static IEnumerable<Argument> Counts(JsonElement rule)
    {
        var within = Text(rule, "within");
        if (Text(rule, "count") is { } count)
        {
            yield return $"{within}{count}";
        }

        if (Text(rule, "sum") is { } sum)
        {
            yield return Message.Of("sum-of", $"{within}{sum}");
        }

        if (Text(rule, "list") is { } list)
        {
            yield return Message.Of("number-of", $"{within}{list}");
        }
    }

    private static string? Text(JsonElement rule, string member) => rule.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static string? Number(JsonElement rule, string member) =>
        rule.TryGetProperty(member, out var number) ? number.GetDouble().ToString(CultureInfo.InvariantCulture) : null;

    private static Argument Texts(JsonElement rule, string member) =>
        Argument.List(rule.GetProperty(member).EnumerateArray().Select(text => text.GetString()!));
}
