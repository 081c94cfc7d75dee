using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Messages;
using OcpConformance.MockOcp.Operations;

namespace OcpConformance.MockOcp.State;

/// <summary>Keeps what requests create until requests delete it, for the objects of schemas/lifecycles.json.</summary>
internal sealed class ObjectStore
{
    private readonly Dictionary<string, Func<IReadOnlyDictionary<string, string>, IncomingRequest, JsonElement?, Fixture?, Outcome?>> byOperation = new(StringComparer.Ordinal);

    /// <summary>Starts with nothing created.</summary>
    /// <param name="contract">Says which operations belong together.</param>
    /// <param name="served">The operations, by id.</param>
    /// <param name="source">Where answers come from.</param>
    /// <param name="ids">Gives ids.</param>
    /// <param name="fault">How to misbehave; null for not at all.</param>
    public ObjectStore(
        ContractCatalog contract, IReadOnlyDictionary<string, ServedOperation> served, IAnswerSource source, IdSequence ids, Fault? fault)
    {
        foreach (var lifecycle in contract.Lifecycles.Objects)
        {
            var created = new CreatedObjects(lifecycle, served, source, ids, fault);
            byOperation[lifecycle.Create] = (values, _, body, fixture) => created.Create(values, body, fixture);
            byOperation[lifecycle.Delete] = (values, _, _, fixture) => created.Delete(values, fixture);
            if (lifecycle.Read is { } read)
            {
                byOperation[read] = (values, _, _, fixture) => created.Read(values, fixture);
            }

            if (lifecycle.List is { } list)
            {
                byOperation[list] = (values, request, _, fixture) => created.List(values, request, fixture);
            }
        }
    }

    /// <summary>What becomes of a request because of earlier ones; null where they make no difference.</summary>
    /// <param name="operation">The operation that it calls.</param>
    /// <param name="values">Values of the path parameters.</param>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body; null where there is none.</param>
    /// <param name="fixture">The fixture that answers otherwise; null where none does.</param>
    public Outcome? Decide(Operation operation, IReadOnlyDictionary<string, string> values, IncomingRequest request, JsonElement? body, Fixture? fixture) =>
        byOperation.TryGetValue(operation.Id, out var decide) ? decide(values, request, body, fixture) : null;
}
