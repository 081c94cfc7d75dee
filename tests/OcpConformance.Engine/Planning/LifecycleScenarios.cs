using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Planning;

/// <summary>The lives of objects that a run itself creates and deletes again.</summary>
internal static class LifecycleScenarios
{
    /// <summary>The steps of every object whose operations all are selected, one object after the other.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="select">Patterns of operation ids.</param>
    /// <param name="callOf">The call that creates an object; null where none is known.</param>
    public static IEnumerable<PlannedExchange> All(ContractCatalog contract, IReadOnlyList<string> select, Func<ObjectLifecycle, OperationCall?> callOf) =>
        contract.Lifecycles.Objects
            .Where(lifecycle => lifecycle.Operations.All(id => contract[id].Matches(select)))
            .SelectMany(lifecycle => callOf(lifecycle) is { } call ? Of(contract, lifecycle, call) : []);

    private static IEnumerable<PlannedExchange> Of(ContractCatalog contract, ObjectLifecycle lifecycle, OperationCall create)
    {
        yield return create.In(Step(LifecycleStep.Create));
        if (lifecycle.List is { } list)
        {
            yield return (create with { Operation = contract[list], Query = PagingParameters.Largest(contract[list]), Body = null }).In(Step(LifecycleStep.List));
        }

        foreach (var (id, step) in new[] { (lifecycle.Read, LifecycleStep.Read), (lifecycle.Delete, LifecycleStep.Delete), (lifecycle.Read, LifecycleStep.ReadDeleted), (lifecycle.Delete, LifecycleStep.DeleteTwice) })
        {
            if (id is not null)
            {
                yield return (create with { Operation = contract[id], Query = Nothing, Body = null }).In(Step(step));
            }
        }
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private static Scenario Step(string step) => new(ScenarioKind.Lifecycle, step);
}
