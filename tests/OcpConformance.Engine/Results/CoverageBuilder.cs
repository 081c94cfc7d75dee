using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Concluding;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Results;

/// <summary>Holds what the answers showed against what is documented.</summary>
internal static class CoverageBuilder
{
    /// <param name="outcomes">What became of the plan.</param>
    /// <param name="requirements">The requirements with their verdicts.</param>
    /// <param name="selected">The operations that the run was to cover, whether or not anything was planned for them.</param>
    public static CoverageInfo Build(IReadOnlyList<ExchangeOutcome> outcomes, IReadOnlyList<RequirementResult> requirements, IEnumerable<Operation> selected)
    {
        var operations = outcomes.GroupBy(outcome => outcome.Planned.Operation).Select(Count).ToList();
        return new CoverageInfo(
            Sum(operations, operation => operation.Members),
            Sum(operations, operation => operation.Values),
            [.. operations.GroupBy(operation => operation.Area, StringComparer.Ordinal).Select(area => new AreaCoverage(
                area.Key,
                new CoverageCount(area.Count(), area.Count(operation => operation.Exercised)),
                Sum(area, operation => operation.Members),
                Sum(area, operation => operation.Values)))],
            [.. operations.SelectMany(operation => operation.MissingMembers)],
            [.. operations.SelectMany(operation => operation.MissingValues)],
            Tally.Exercised(requirements),
            [.. selected.Select(operation => operation.Id).Except(operations.Where(operation => operation.Exercised).Select(operation => operation.Id), StringComparer.Ordinal)],
            [.. operations.SelectMany(operation => operation.EmptyLists)]);
    }

    private static OperationCoverage Count(IGrouping<Operation, ExchangeOutcome> outcomes)
    {
        var operation = outcomes.Key;
        var judgements = outcomes.Select(outcome => outcome.Judgement).OfType<Judgement>().ToList();
        var places = judgements.SelectMany(judgement => judgement.SeenPlaces).ToHashSet(StringComparer.Ordinal);
        var values = judgements.SelectMany(judgement => judgement.SeenValues).ToHashSet();
        var documented = DocumentedPlaces.Of(operation).ToList();
        var allValues = documented.SelectMany(entry => entry.Values.Select(value => (entry.Place, Value: value))).ToList();
        var missingMembers = documented.Where(entry => !places.Contains(entry.Place)).Select(entry => $"{operation.Id}#{entry.Place}").ToList();
        var missingValues = allValues.Where(entry => !values.Contains(entry)).Select(entry => $"{operation.Id}#{entry.Place}={entry.Value}").ToList();
        var emptyLists = DocumentedPlaces.Lists(operation)
            .Where(list => places.Contains(list.Place) && !places.Contains(list.Item) && !IsJudged(outcomes, list.Item))
            .Select(list => $"{operation.Id}#{list.Place}");
        return new OperationCoverage(
            operation.Id,
            operation.Area,
            outcomes.Any(outcome => outcome.Succeeds),
            new CoverageCount(documented.Count, documented.Count - missingMembers.Count),
            new CoverageCount(allValues.Count, allValues.Count - missingValues.Count),
            missingMembers,
            missingValues,
            [.. emptyLists]);
    }

    // An item of the wrong type is no documented one, but its list is not empty either.
    private static bool IsJudged(IEnumerable<ExchangeOutcome> outcomes, string place) => outcomes.Any(outcome =>
        outcome.Verdicts.Any(verdict => verdict.Kind is VerdictKind.Conforms or VerdictKind.Violates && verdict.Requirement.Place == place));

    private static CoverageCount Sum(IEnumerable<OperationCoverage> operations, Func<OperationCoverage, CoverageCount> of) =>
        operations.Select(of).Aggregate(new CoverageCount(0, 0), CoverageCount.Add);

    private sealed record OperationCoverage(
        string Id, string Area, bool Exercised, CoverageCount Members, CoverageCount Values, IReadOnlyList<string> MissingMembers, IReadOnlyList<string> MissingValues, IReadOnlyList<string> EmptyLists);
}
