using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Running;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Results;

/// <summary>Holds what the answers showed against what is documented.</summary>
internal static class CoverageBuilder
{
    private const string Item = "/*";

    public static CoverageInfo Build(IReadOnlyList<ExchangeOutcome> outcomes, IReadOnlyList<RequirementResult> requirements)
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
            [.. operations.Where(operation => !operation.Exercised).Select(operation => operation.Id)],
            [.. operations.SelectMany(operation => operation.EmptyLists)]);
    }

    private static OperationCoverage Count(IGrouping<Contract.Catalog.Operation, ExchangeOutcome> outcomes)
    {
        var operation = outcomes.Key;
        var judgements = outcomes.Select(outcome => outcome.Judgement).OfType<Judgement>().ToList();
        var places = judgements.SelectMany(judgement => judgement.SeenPlaces).ToHashSet(StringComparer.Ordinal);
        var values = judgements.SelectMany(judgement => judgement.SeenValues).ToHashSet();
        var documented = DocumentedPlaces.Of(operation).ToList();
        var allValues = documented.SelectMany(entry => entry.Values.Select(value => (entry.Place, Value: value))).ToList();
        var missingMembers = documented.Where(entry => !places.Contains(entry.Place)).Select(entry => $"{operation.Id}#{entry.Place}").ToList();
        var missingValues = allValues.Where(entry => !values.Contains(entry)).Select(entry => $"{operation.Id}#{entry.Place}={entry.Value}").ToList();
        var emptyLists = documented
            .Where(entry => entry.Place.EndsWith(Item, StringComparison.Ordinal) && places.Contains(entry.Place[..^Item.Length]) && !places.Contains(entry.Place))
            .Select(entry => $"{operation.Id}#{entry.Place[..^Item.Length]}");
        return new OperationCoverage(
            operation.Id,
            operation.Area,
            outcomes.Any(outcome => outcome.Verdicts.Any(verdict => verdict.Kind == VerdictKind.Conforms && verdict.Requirement == ProtocolRules.NominalSucceeds)),
            new CoverageCount(documented.Count, documented.Count - missingMembers.Count),
            new CoverageCount(allValues.Count, allValues.Count - missingValues.Count),
            missingMembers,
            missingValues,
            [.. emptyLists]);
    }

    private static CoverageCount Sum(IEnumerable<OperationCoverage> operations, Func<OperationCoverage, CoverageCount> of) =>
        operations.Select(of).Aggregate(new CoverageCount(0, 0), CoverageCount.Add);

    private sealed record OperationCoverage(
        string Id, string Area, bool Exercised, CoverageCount Members, CoverageCount Values, IReadOnlyList<string> MissingMembers, IReadOnlyList<string> MissingValues, IReadOnlyList<string> EmptyLists);
}
