using System.Collections.Concurrent;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.MockOcp.State;

/// <summary>Ids for what the mock makes itself: those of an operation do not depend on how often others are called.</summary>
/// <param name="contract">The operations.</param>
internal sealed class IdSequence(ContractCatalog contract)
{
    // So many for each operation: all are above the ids of the fixtures, and below what 32 bits hold.
    private const long Range = 1_000_000;

    private readonly Dictionary<string, long> first = contract.Operations.Index().ToDictionary(entry => entry.Item.Id, entry => (entry.Index + 1) * Range, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> given = new(StringComparer.Ordinal);

    /// <summary>An id that nothing else has, for what an operation makes.</summary>
    public long Next(Operation operation) => first[operation.Id] + given.AddOrUpdate(operation.Id, 1, (_, count) => count + 1);
}
