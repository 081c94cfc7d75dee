using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Targets;
using OcpConformance.Engine.Waivers;

namespace OcpConformance.Engine.Concluding;

/// <summary>What became of the waivers of a run.</summary>
/// <param name="Covering">The waiver of each violated requirement whose violations are all covered, by its id.</param>
/// <param name="Stale">Waivers that cover nothing any more: everything that they speak of was exercised and conforms.</param>
/// <param name="Unexercised">Waivers that the run says nothing about: something that they speak of was not exercised, and nothing violated.</param>
public sealed record WaiverUse(IReadOnlyDictionary<string, Waiver> Covering, IReadOnlyList<Waiver> Stale, IReadOnlyList<Waiver> Unexercised)
{
    /// <summary>The use where there are no waivers.</summary>
    public static WaiverUse None { get; } = new(new Dictionary<string, Waiver>(), [], []);

    /// <summary>
    /// Holds waivers against what a run brought. A waiver for another release or target takes no part. A requirement is
    /// waived where every violation of it is covered; of several waivers that cover it, one for the very id comes before
    /// one with a pattern, and otherwise the first of the file counts.
    /// </summary>
    /// <param name="waivers">The waivers.</param>
    /// <param name="outcomes">What became of the plan.</param>
    /// <param name="target">The target.</param>
    /// <param name="release">The release.</param>
    /// <param name="requirements">Ids of all requirements of the release, planned or not.</param>
    public static WaiverUse Of(IReadOnlyList<Waiver> waivers, IReadOnlyList<ExchangeOutcome> outcomes, RunTarget target, Release release, Func<IReadOnlyList<string>> requirements)
    {
        var inForce = waivers.Where(waiver => waiver.IsFor(release) && (waiver.IsFor(target.Kind, target.BaseUrl, null) || outcomes.Any(outcome => waiver.IsFor(target.Kind, target.BaseUrl, outcome.Exchange)))).ToList();
        if (inForce.Count == 0)
        {
            return None;
        }

        var seen = outcomes.SelectMany(outcome => outcome.Verdicts.Select(verdict => new Seen(outcome.Exchange, verdict))).ToLookup(entry => entry.Verdict.Requirement.Id, StringComparer.Ordinal);
        var all = requirements();
        var uses = inForce.ToLookup(waiver => UseOf(waiver, [.. all.Where(waiver.Concerns)], seen, target));
        return new WaiverUse(Cover(seen, [.. inForce.OrderBy(waiver => waiver.IsPattern)], target), [.. uses[Use.Stale]], [.. uses[Use.Unexercised]]);
    }

    private static Dictionary<string, Waiver> Cover(ILookup<string, Seen> seen, IReadOnlyList<Waiver> waivers, RunTarget target)
    {
        var covering = new Dictionary<string, Waiver>(StringComparer.Ordinal);
        foreach (var requirement in seen)
        {
            var covers = requirement
                .Where(entry => entry.Verdict.Kind == VerdictKind.Violates)
                .Select(entry => waivers.FirstOrDefault(waiver => waiver.Concerns(requirement.Key) && waiver.IsFor(target.Kind, target.BaseUrl, entry.Exchange) && waiver.Covers(entry.Verdict)))
                .ToList();
            if (covers is [{ } first, ..] && !covers.Contains(null))
            {
                covering.Add(requirement.Key, first);
            }
        }

        return covering;
    }

    private static Use UseOf(Waiver waiver, IReadOnlyList<string> requirements, ILookup<string, Seen> seen, RunTarget target)
    {
        var verdicts = requirements
            .Select(requirement => seen[requirement].Where(entry => waiver.IsFor(target.Kind, target.BaseUrl, entry.Exchange)).Select(entry => entry.Verdict.Kind).ToList())
            .ToList();
        return verdicts.Exists(kinds => kinds.Contains(VerdictKind.Violates)) ? Use.Needed
            : verdicts.Count > 0 && verdicts.TrueForAll(kinds => kinds.Contains(VerdictKind.Conforms)) ? Use.Stale
            : Use.Unexercised;
    }

    private enum Use
    {
        Needed,
        Stale,
        Unexercised,
    }

    private sealed record Seen(Exchange? Exchange, Verdict Verdict);
}
