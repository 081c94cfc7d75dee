using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>Two quantities of every object at a place agree.</summary>
/// <param name="within">The place of the objects.</param>
/// <param name="left">The first quantity.</param>
/// <param name="right">The second quantity.</param>
/// <param name="agree">Whether they agree.</param>
internal sealed class PairRule(string within, Quantity left, Quantity right, Func<double, double, bool> agree) : RuleCheck
{
    public override IReadOnlyList<string> Places { get; } = [within + left.Place, within + right.Place];

    /// <summary>One time is not after another.</summary>
    public static PairRule NotAfter(string within, string earlier, string later) =>
        new(within, Quantity.Time(earlier), Quantity.Time(later), (first, second) => first <= second);

    /// <summary>Two counts are the same.</summary>
    public static PairRule CountOf(string within, Quantity left, Quantity right) => new(within, left, right, (first, second) => first == second);

    public override RuleOutcome Decide(JsonElement body, IReadOnlyDictionary<string, string> parameters)
    {
        var pairs = PlaceFinder.Find(body, within)
            .Select(found => (found.Pointer, Left: left.Measure(found.Value), Right: right.Measure(found.Value)))
            .Where(pair => pair is { Left: not null, Right: not null })
            .ToList();
        return pairs.Count == 0
            ? RuleOutcome.NoOccasion(Message.Of("no-place-beside", Places[0], Places[1]))
            : RuleOutcome.Of(pairs.Where(pair => !agree(pair.Left!.Value, pair.Right!.Value)).Select(pair => (
                pair.Pointer + left.Place,
                Message.Of("beside", Text(pair.Left!.Value), Text(pair.Right!.Value), right.Place))));
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
