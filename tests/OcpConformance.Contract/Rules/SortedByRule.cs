using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>The items of a list stand in the order that the request asks for.</summary>
/// <param name="place">The member that orders them.</param>
/// <param name="parameter">The parameter that asks for an order.</param>
/// <param name="value">The value that asks for this order; null where it is the order without that parameter.</param>
internal sealed class SortedByRule(string place, string parameter, string? value) : RuleCheck
{
    private readonly bool descending = value?.Split(',').Contains("desc", StringComparer.OrdinalIgnoreCase) ?? false;

    public override IReadOnlyList<string> Places { get; } = [place];

    public override RuleOutcome Decide(JsonElement body, IReadOnlyDictionary<string, string> parameters)
    {
        if (parameters.GetValueOrDefault(parameter) != value)
        {
            return RuleOutcome.NoOccasion(value is null ? Message.Of("other-order-sent", parameter) : Message.Of("parameter-not-sent", $"{parameter}={value}"));
        }

        var items = PlaceFinder.Find(body, place).ToList();
        return items.Count < 2
            ? RuleOutcome.NoOccasion(Message.Of("too-few-places", place))
            : RuleOutcome.Of(items.Zip(items.Skip(1))
                .Where(pair => (descending ? -1 : 1) * Compare(pair.First.Value, pair.Second.Value) > 0)
                .Select(pair => (pair.Second.Pointer, Message.Of("out-of-order", Excerpt.Of(pair.Second.Value), Excerpt.Of(pair.First.Value)))));
    }

    private static int Compare(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().CompareTo(right.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) when Moment.Of(left) is { } first && Moment.Of(right) is { } second => first.Seconds.CompareTo(second.Seconds),
        (JsonValueKind.String, JsonValueKind.String) => CompareText(left.GetString()!, right.GetString()!),
        _ => 0,
    };

    // The collation is the server's, so only an order that no collation has is at fault: letters that differ beyond case.
    private static int CompareText(string left, string right)
    {
        var length = left.Zip(right).TakeWhile(pair => char.ToUpperInvariant(pair.First) == char.ToUpperInvariant(pair.Second)).Count();
        return length < left.Length && length < right.Length && char.IsAsciiLetter(left[length]) && char.IsAsciiLetter(right[length])
            ? char.ToUpperInvariant(left[length]).CompareTo(char.ToUpperInvariant(right[length]))
            : 0;
    }
}
