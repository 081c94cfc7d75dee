using System.Globalization;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Merging;

/// <summary>Makes one result of the parts of a run, each of which covered other operations.</summary>
public static class ResultMerge
{
    /// <summary>Merges shards. The order in which they are given does not matter.</summary>
    /// <param name="shards">At least one.</param>
    /// <exception cref="ResultException">They are no parts of one run, or share an operation.</exception>
    public static ResultDocument Merge(IReadOnlyList<Shard> shards)
    {
        ShardCheck.Check(shards);
        List<Shard> ordered = [.. shards.OrderBy(shard => shard.Operations.Count == 0 ? string.Empty : shard.Operations[0], StringComparer.Ordinal)];
        List<ResultDocument> results = [.. ordered.Select(shard => shard.Result)];
        var first = results.Find(result => result.Contract.Digest.Length > 0) ?? results[0];
        var requirements = RequirementMerge.Merge(results);
        var totals = Tally.Count(requirements, results.Sum(result => result.Totals.Exchanges));
        var coverage = CoverageMerge.Merge([.. results.Select(result => result.Coverage)], requirements);
        List<WaiverInfo> unexercised = [.. (first.UnexercisedWaivers ?? []).Where(waiver => results.TrueForAll(result => result.Contract.Digest.Length == 0 || result.UnexercisedWaivers?.Contains(waiver) == true))];
        var start = results.Min(result => result.StartedAt);
        return first with
        {
            Contract = first.Contract with
            {
                Operations = results.Sum(result => result.Contract.Operations),
                LeftOut = NoneIsNull(results.SelectMany(result => result.Contract.LeftOut ?? []).Distinct()),
            },
            Settings = Settings(results),
            StartedAt = start,
            DurationMs = (long)results.Max(result => (result.StartedAt - start).TotalMilliseconds + result.DurationMs),
            Conclusion = Conclude(ordered, totals, coverage, unexercised, first.Conclusion.Level),
            Totals = totals,
            Coverage = coverage,
            Observations = NoneIsNull(results.SelectMany(result => result.Observations ?? [])),
            Throttling = Throttling([.. results.Select(result => result.Throttling).OfType<ThrottlingInfo>()]),
            UnexercisedWaivers = NoneIsNull(unexercised),
            UnmatchedEntries = NoneIsNull(results.SelectMany(result => result.UnmatchedEntries ?? []).Distinct(StringComparer.Ordinal)),
            Requirements = requirements,
            Exchanges = Exchanges(results),
        };
    }

    // A violation stays one, whatever another shard could not ask.
    private static ConclusionInfo Conclude(List<Shard> shards, Totals totals, CoverageInfo coverage, List<WaiverInfo> unexercised, Level level)
    {
        var waived = unexercised.Count == 0 ? null : Message.Of("waivers-not-exercised", NameList.Argument([.. unexercised.Select(waiver => waiver.Requirement)]));
        var incomplete = shards
            .Where(shard => shard.Result.Conclusion.Outcome == ConclusionKind.Incomplete)
            .Select(shard => Message.Of("shard-incomplete", shard.File, shard.Result.Conclusion.Reason))
            .ToList();
        List<string> chosen = [.. shards.Select(shard => shard.Result.Settings.GetValueOrDefault(Vocabulary.ScenariosSetting)).OfType<string>().Distinct(StringComparer.Ordinal)];
        var leftOut = chosen.Count == 0 ? null : Message.Of("scenarios-left-out", Vocabulary.ScenariosSetting, string.Join("; ", chosen));
        Message?[] notes = [waived, leftOut];
        var drawn = Tally.Conclude(totals, coverage, level, Message.Of("idle-in-all"), [.. notes.OfType<Message>()], []);
        var merged = Message.Of("merged", shards.Count);
        return incomplete.Count > 0 && drawn.Outcome != ConclusionKind.NonConformant
            ? new ConclusionInfo(ConclusionKind.Incomplete, Message.Sentence([.. incomplete, merged]), level)
            : drawn with { Reason = Message.Sentence([Message.Of("clause", drawn.Reason), .. incomplete, merged]) };
    }

    // Where the shards differ, all their values are listed; that is how the operations were divided.
    private static Dictionary<string, string> Settings(List<ResultDocument> results) => results
        .SelectMany(result => result.Settings)
        .GroupBy(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal)
        .ToDictionary(setting => setting.Key, setting => string.Join(',', setting.Distinct(StringComparer.Ordinal)), StringComparer.Ordinal);

    // What every run asks for itself has the same id in each shard.
    private static List<ExchangeResult> Exchanges(List<ResultDocument> results)
    {
        var own = results.SelectMany((result, index) => result.Exchanges
            .Where(exchange => exchange.Operation is null)
            .Select(exchange => index == 0 ? exchange : exchange with { Id = string.Create(CultureInfo.InvariantCulture, $"shard-{index + 1}/{exchange.Id}") }));
        var asked = results.SelectMany(result => result.Exchanges).Where(exchange => exchange.Operation is not null);
        return [.. own, .. asked.OrderBy(exchange => exchange.Operation, StringComparer.Ordinal)];
    }

    private static ThrottlingInfo? Throttling(List<ThrottlingInfo> parts) => parts.Count == 0
        ? null
        : new ThrottlingInfo(parts.Sum(part => part.Rejections), parts.Sum(part => part.WaitedMs), parts.Sum(part => part.BudgetMs));

    private static List<T>? NoneIsNull<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        return list.Count == 0 ? null : list;
    }
}
