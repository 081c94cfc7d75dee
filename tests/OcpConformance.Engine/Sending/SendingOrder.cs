using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;

namespace OcpConformance.Engine.Sending;

/// <summary>
/// Says which exchanges may be under way together. What reads goes before what changes something, so that no answer
/// depends on how far a change has come; and what changes the same goes one after the other.
/// </summary>
internal static class SendingOrder
{
    /// <summary>The stages of a plan, one after the other.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lifecycles">Which operations change the same.</param>
    /// <returns>For each stage queues that go side by side, the longest first; each has indexes into the plan.</returns>
    public static IReadOnlyList<IReadOnlyList<int[]>> Stages(IReadOnlyList<PlannedExchange> plan, Lifecycles lifecycles)
    {
        var kinds = lifecycles.Objects
            .SelectMany(lifecycle => lifecycle.Operations.Select(operation => (Operation: operation, lifecycle.Kind)))
            .ToLookup(entry => entry.Operation, entry => entry.Kind, StringComparer.Ordinal);
        var stages = Enumerable.Range(0, plan.Count).ToLookup(index => Sees(plan[index]));
        return
        [
            [.. stages[true].Select(index => new[] { index })],
            [
                .. stages[false]
                    .GroupBy(index => Queue(plan[index]), StringComparer.Ordinal)
                    .Select(queue => queue.OrderBy(index => plan[index].Position).ToArray())
                    .OrderByDescending(queue => queue.Length),
            ],
        ];

        string Queue(PlannedExchange planned) =>
            !planned.Scenario.IsValid ? planned.Id : kinds[planned.Operation.Id].FirstOrDefault() ?? planned.Operation.Id;
    }

    // What must be rejected neither sees nor makes a change.
    private static bool Sees(PlannedExchange planned) =>
        planned.Operation.Effect == Effect.Read && (planned.Scenario.IsValid || planned.Scenario.IsOpen || planned.Scenario.Kind == ScenarioKind.Observed);
}
