using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.World;

/// <summary>
/// What the fixtures show of the objects of a resource: the members that the objects of the world do not have themselves. An object
/// has the same value of a member in every answer, so the first fixture with the member gives it for all.
/// </summary>
internal sealed class WorldSamples
{
    private readonly Dictionary<string, Dictionary<string, JsonElement>> byResource = new(StringComparer.Ordinal);

    /// <summary>Reads the fixtures.</summary>
    public WorldSamples(ContractCatalog contract, FixtureCatalog fixtures, ShownMembers shown)
    {
        foreach (var operation in contract.Operations.OrderBy(operation => operation.Effect != Effect.Read))
        {
            if (StructureNode.Of(contract, operation) is not { } node || shown.Self(node.Origin) is not { } resource)
            {
                continue;
            }

            if (!byResource.TryGetValue(resource.Name, out var members))
            {
                byResource[resource.Name] = members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            }

            var sample = fixtures.Of(operation).Select(Entry).FirstOrDefault(entry => entry is { ValueKind: JsonValueKind.Object });
            foreach (var member in sample?.EnumerateObject() ?? default)
            {
                members.TryAdd(member.Name, member.Value);
            }
        }
    }

    /// <summary>The members of a resource that fixtures show, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Of(string resource) => byResource.GetValueOrDefault(resource) ?? Nothing;

    private static Dictionary<string, JsonElement> Nothing { get; } = [];

    private static JsonElement? Entry(Fixture fixture) =>
        fixture.Answer.Json is not { } body ? null
        : JsonPointer.Find(body, "/data/contents") is { } entries ? (entries.GetArrayLength() > 0 ? entries[0] : null)
        : JsonPointer.Find(body, "/data");
}
