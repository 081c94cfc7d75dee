using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;
using OcpConformance.MockOcp.Operations;
using Scope = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.World;

/// <summary>Answers of the installation: in the form of a fixture, about the objects that there are.</summary>
internal sealed class WorldAnswers : IAnswerSource
{
    private readonly ContractCatalog contract;
    private readonly Installation world;
    private readonly TimeProvider clock;
    private readonly ShownMembers shown;
    private readonly WorldSamples samples;
    private readonly ConcurrentDictionary<string, StructureNode?> structures = new(StringComparer.Ordinal);

    /// <summary>Prepares everything that does not depend on a request.</summary>
    public WorldAnswers(ContractCatalog contract, FixtureCatalog fixtures, Installation world, TimeProvider clock)
    {
        (this.contract, this.world, this.clock) = (contract, world, clock);
        shown = new ShownMembers(contract, world);
        samples = new WorldSamples(contract, fixtures, shown);
    }

    /// <inheritdoc />
    public Fixture? Choose(ServedOperation asked, Scope values, Scope query, JsonElement? body) =>
        ScopeOf(asked.Operation, values) is null ? null : asked.Fixtures.Choose(null, query, body);

    /// <inheritdoc />
    public Action<JsonObject>? Fill(ServedOperation asked, Scope values, Scope query) =>
        StructureOf(asked.Operation) is not { } node ? null : answer =>
        {
            var scope = ScopeOf(asked.Operation, values);
            var composer = Composer(asked.Operation, Fresh(asked.Operation, node, scope));
            scope ??= new Dictionary<string, string>();
            var data = asked.Operation.Shape == AnswerShape.Bare ? answer : answer["data"] as JsonObject;
            if (data?["contents"] is JsonArray entries)
            {
                composer.FillList(node, entries, scope);
                data["contents"] = new JsonArray([.. WorldQuery.Apply(asked.Rules, query, entries).Select(entry => entry?.DeepClone())]);
            }
            else if (data is not null)
            {
                composer.FillObject(node, data, scope);
            }

            asked.Echoes.Write(answer, values);
        };

    /// <inheritdoc />
    public void Settle(ServedOperation shows, ServedOperation create, Scope values, JsonObject made)
    {
        if (StructureOf(shows.Operation) is { } node && ScopeOf(create.Operation, values) is { } scope)
        {
            Composer(create.Operation, shown.Self(node.Origin)).FillObject(node, made, scope);
        }
    }

    private WorldComposer Composer(Operation operation, Resource? fresh) =>
        new(world, shown, samples, operation, fresh, clock.GetLocalNow());

    private StructureNode? StructureOf(Operation operation) =>
        structures.GetOrAdd(operation.Id, _ => StructureNode.Of(contract, operation));

    // A path that the world does not know names what a request made, and what changes something may answer with a new object.
    private Resource? Fresh(Operation operation, StructureNode node, Scope? scope) =>
        shown.Self(node.Origin) is { } self && (scope is null || (operation.Effect != Effect.Read && !scope.ContainsKey(self.Name)))
            ? self
            : null;

    private Scope? ScopeOf(Operation operation, Scope values) =>
        world.Scope(operation, values, resource => contract.Resources[resource].Within);

    /// <inheritdoc />
    public string UnknownPath(IncomingRequest request) =>
        request.Header("Accept")?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true
            ? ErrorCause.UnknownPath
            : ErrorCause.Unknown;
}
