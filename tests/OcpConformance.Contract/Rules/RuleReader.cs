using System.Text.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Rules;

/// <summary>Makes the test of a rule from its entry in an operation file, which has passed its meta schema.</summary>
internal static class RuleReader
{
    /// <summary>The kind of rule that speaks of the language of texts.</summary>
    public const string InLanguage = "in-language";

    /// <summary>The kinds of rule, each with the members that it needs.</summary>
    public static IReadOnlyDictionary<string, string[]> Kinds { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["schema"] = ["when", "schema"],
        ["echo"] = ["parameter", "places"],
        ["filtered-by"] = ["parameter", "match", "places"],
        ["sorted-by"] = ["parameter", "places"],
        ["within-window"] = ["places"],
        ["within-range"] = ["places"],
        ["not-after"] = ["within", "earlier", "later"],
        ["count-of"] = ["within"],
        [InLanguage] = ["places"],
    };

    /// <summary>The kind of a rule; <c>schema</c> where the entry names none.</summary>
    public static string KindOf(JsonElement rule) => Text(rule, "kind") ?? "schema";

    public static RuleCheck Read(JsonElement rule, SchemaStore store, string file) => KindOf(rule) switch
    {
        "echo" => EachValueRule.Echo(Texts(rule, "places"), Text(rule, "parameter")!),
        "filtered-by" => EachValueRule.FilteredBy(Texts(rule, "places"), Text(rule, "parameter")!, Text(rule, "match")!),
        "sorted-by" => new SortedByRule(Texts(rule, "places")[0], Text(rule, "parameter")!, Text(rule, "value")),
        "within-window" => EachValueRule.WithinWindow(Texts(rule, "places"), Text(rule, "start"), Text(rule, "end")),
        "within-range" => EachValueRule.WithinRange(Texts(rule, "places"), Number(rule, "minimum"), Number(rule, "maximum")),
        "not-after" => PairRule.NotAfter(Text(rule, "within")!, Text(rule, "earlier")!, Text(rule, "later")!),
        "count-of" => CountOf(rule),
        InLanguage => new LanguageRule(Texts(rule, "places")),
        _ => new SchemaRule(Texts(rule, "when"), KeywordChecks.Whole(SchemaBundle.Text(store, file, rule.GetProperty("schema")))),
    };

    private static PairRule CountOf(JsonElement rule)
    {
        Quantity?[] quantities =
        [
            Text(rule, "count") is { } count ? Quantity.Number(count) : null,
            Text(rule, "sum") is { } sum ? Quantity.Sum(sum) : null,
            Text(rule, "list") is { } list ? Quantity.Length(list) : null,
        ];
        var given = quantities.OfType<Quantity>().ToList();
        return PairRule.CountOf(Text(rule, "within")!, given[0], given[1]);
    }

    private static string? Text(JsonElement rule, string member) => rule.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static double? Number(JsonElement rule, string member) => rule.TryGetProperty(member, out var number) ? number.GetDouble() : null;

    private static IReadOnlyList<string> Texts(JsonElement rule, string member) => [.. rule.GetProperty(member).EnumerateArray().Select(text => text.GetString()!)];
}
