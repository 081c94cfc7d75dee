using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.MockOcp.State;

namespace OcpConformance.MockOcp.World;

/// <summary>Narrows and sorts the entries of a list as the query asks for it, and as the rules of the operation say it.</summary>
internal static class WorldQuery
{
    private const string Entries = "/data/contents/*";

    /// <summary>Applies a query.</summary>
    /// <param name="rules">The rules of the operation, as its file has them.</param>
    /// <param name="query">The query.</param>
    /// <param name="entries">All entries.</param>
    public static IEnumerable<JsonNode?> Apply(
        IEnumerable<JsonElement> rules, IReadOnlyDictionary<string, string> query, IEnumerable<JsonNode?> entries)
    {
        foreach (var rule in rules)
        {
            entries = Text(rule, "kind") switch
            {
                "filtered-by" when query.TryGetValue(Text(rule, "parameter")!, out var wanted) =>
                    entries.Where(entry => Values(rule, entry).All(value => Matches(rule, value, wanted))),
                "within-window" => Windowed(rule, query, entries),
                "sorted-by" when query.TryGetValue(Text(rule, "parameter")!, out var order) => Sorted(order, entries),
                _ => entries,
            };
        }

        return entries;
    }

    private static bool Matches(JsonElement rule, string value, string wanted) => Text(rule, "match") switch
    {
        "contains" => value.Contains(wanted, StringComparison.OrdinalIgnoreCase),
        "any-of" => wanted.Split(',').Contains(value, StringComparer.Ordinal),
        _ => value == wanted,
    };

    private static IEnumerable<JsonNode?> Windowed(
        JsonElement rule, IReadOnlyDictionary<string, string> query, IEnumerable<JsonNode?> entries)
    {
        var (start, end) = (Bound("start"), Bound("end"));
        return entries.Where(entry => Values(rule, entry).Select(Moment).All(moment => !(moment < start) && !(moment > end)));

        DateTimeOffset? Bound(string member) =>
            Text(rule, member) is { } name && query.TryGetValue(name, out var text) ? Moment(text) : null;
    }

    private static DateTimeOffset? Moment(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < uint.MaxValue
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment
        : null;

    private static IEnumerable<JsonNode?> Sorted(string order, IEnumerable<JsonNode?> entries)
    {
        var words = order.Split(',');
        var sorted = entries
            .OrderBy(entry => entry?[words[0]] is { } value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : 0)
            .ThenBy(entry => entry?[words[0]]?.ToString(), StringComparer.Ordinal);
        return words.Length > 1 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase) ? sorted.Reverse() : sorted;
    }

    // Places deeper than in an entry narrow what is in the entry, not the list.
    private static IEnumerable<string> Values(JsonElement rule, JsonNode? entry) =>
        rule.GetProperty("places").EnumerateArray()
            .Select(place => place.GetString()!)
            .Where(place => place.StartsWith(Entries, StringComparison.Ordinal))
            .Select(place => place[Entries.Length..])
            .Where(place => !place.Contains('*', StringComparison.Ordinal))
            .Select(place => ObjectFactory.Find(entry!, place)?.ToString() ?? string.Empty);

    private static string? Text(JsonElement rule, string member) => rule.TryGetProperty(member, out var text) ? text.GetString() : null;
}
