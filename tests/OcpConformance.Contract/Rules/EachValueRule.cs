using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>Every value at some places satisfies a condition that may depend on the request.</summary>
/// <param name="places">The places.</param>
/// <param name="condition">Makes the condition from the parameters of the request, or says why the request gives no occasion.</param>
internal sealed class EachValueRule(
    IReadOnlyList<string> places, Func<IReadOnlyDictionary<string, string>, (Func<JsonElement, bool>? Holds, Message? Reason)> condition) : RuleCheck
{
    public override IReadOnlyList<string> Places => places;

    /// <summary>The value of a path parameter comes back.</summary>
    public static EachValueRule Echo(IReadOnlyList<string> places, string parameter) => new(places, parameters =>
        parameters.TryGetValue(parameter, out var asked) ? (value => TextOf(value) == asked, null) : (null, Message.Of("parameter-not-sent", parameter)));

    /// <summary>A filter of the request holds for everything in the answer.</summary>
    public static EachValueRule FilteredBy(IReadOnlyList<string> places, string parameter, string match) => new(places, parameters =>
        !parameters.TryGetValue(parameter, out var asked) ? (null, Message.Of("parameter-not-sent", parameter))
        : match switch
        {
            "contains" => (value => TextOf(value).Contains(asked, StringComparison.OrdinalIgnoreCase), null),
            "any-of" => (value => asked.Split(',', StringSplitOptions.TrimEntries).Contains(TextOf(value), StringComparer.Ordinal), null),
            _ => (value => TextOf(value) == asked, null),
        });

    /// <summary>Times of the answer lie within the window that the request asks for.</summary>
    public static EachValueRule WithinWindow(IReadOnlyList<string> places, string? start, string? end) => new(places, parameters =>
    {
        var from = Asked(parameters, start);
        var to = Asked(parameters, end);
        return from is null && to is null
            ? (null, Message.Of("parameter-not-sent", start ?? end!))
            : (value => Moment.Of(value) is not { } moment || !(moment < from || moment > to), null);
    });

    /// <summary>Numbers lie within a range.</summary>
    public static EachValueRule WithinRange(IReadOnlyList<string> places, double? minimum, double? maximum) => new(places, _ =>
        (value => value.ValueKind != JsonValueKind.Number || !(value.GetDouble() < minimum || value.GetDouble() > maximum), null));

    public override RuleOutcome Decide(JsonElement body, IReadOnlyDictionary<string, string> parameters)
    {
        var (holds, reason) = condition(parameters);
        if (holds is null)
        {
            return RuleOutcome.NoOccasion(reason!);
        }

        var values = places.SelectMany(place => PlaceFinder.Find(body, place)).ToList();
        return values.Count == 0
            ? RuleOutcome.Absent(places)
            : RuleOutcome.Of(values.Where(found => !holds(found.Value)).Select(found => (found.Pointer, Excerpt.Of(found.Value))));
    }

    private static Moment? Asked(IReadOnlyDictionary<string, string> parameters, string? name) =>
        name is not null && parameters.TryGetValue(name, out var text) ? Moment.Of(text) : null;

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
