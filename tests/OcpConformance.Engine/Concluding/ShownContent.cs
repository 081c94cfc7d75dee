using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Engine.Concluding;

/// <summary>Whether answers showed anything of what is documented below the envelope and the lists that carry it.</summary>
internal static class ShownContent
{
    /// <summary>
    /// Says that nothing was shown; null where a member or an item of some operation was judged, or where no
    /// list was answered, so that none was empty.
    /// </summary>
    public static Message? Missing(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var emptyLists = 0;
        foreach (var operation in outcomes.GroupBy(outcome => outcome.Planned.Operation))
        {
            var lists = DocumentedPlaces.Lists(operation.Key).Select(list => list.Place).ToHashSet(StringComparer.Ordinal);
            var exercised = operation.SelectMany(outcome => outcome.Verdicts)
                .Where(verdict => verdict.Kind is VerdictKind.Conforms or VerdictKind.Violates && verdict.Requirement.Scope == operation.Key.Id && verdict.Requirement.Place.Length > 0)
                .Select(verdict => verdict.Requirement)
                .ToList();

            // What a contract file of the envelope describes, like a page and its numbers, says nothing about the operation.
            var enveloping = exercised.Where(requirement => ContractLoader.IsEnvelope(requirement.File)).Select(requirement => requirement.Place).ToHashSet(StringComparer.Ordinal);
            var judged = exercised.Select(requirement => requirement.Place).Where(place => !enveloping.Contains(place)).ToHashSet(StringComparer.Ordinal);
            if (judged.Any(place => !Carries(place, lists, operation.Key)))
            {
                return null;
            }

            emptyLists += lists.Count(judged.Contains);
        }

        return emptyLists == 0 ? null : Message.Of("every-list-empty");
    }

    private static bool Carries(string place, HashSet<string> lists, Operation operation) =>
        lists.Any(list => list == place || list.StartsWith($"{place}/", StringComparison.Ordinal))
        || operation.Data is not { } data
        || (place == data.Root.Place && data.Root.Members.Count > 0);
}
