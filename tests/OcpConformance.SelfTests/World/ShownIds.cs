using System.Text.Json;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.SelfTests.World;

/// <summary>The ids that an object in an answer shows, read from schemas/resources.json without the mock.</summary>
internal sealed class ShownIds(ContractCatalog contract)
{
    private readonly Dictionary<(string Origin, string Name), Resource?> owners = [];

    /// <summary>The resource that a structure shows itself; null where it shows none.</summary>
    public Resource? Self(StructureNode node) =>
        contract.Resources.Values.FirstOrDefault(resource => resource.Structures.Contains(node.Origin));

    /// <summary>All ids in an object, but not in what it holds.</summary>
    public IEnumerable<(Resource Resource, string Id)> In(StructureNode node, JsonElement members)
    {
        var self = Self(node);
        foreach (var member in members.EnumerateObject())
        {
            if ((member.Name == self?.Member ? self : Owner(node, member.Name)) is { } resource)
            {
                JsonElement[] ids = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : [member.Value];
                foreach (var id in ids)
                {
                    if (id.ValueKind is JsonValueKind.Number or JsonValueKind.String)
                    {
                        yield return (resource, id.ToString());
                    }
                }
            }
        }
    }

    // A place of its own says more than the name of a member.
    private Resource? Owner(StructureNode node, string name)
    {
        if (!owners.TryGetValue((node.Origin, name), out var owner))
        {
            var place = node.Place(name);
            var isOwn = contract.Resources.Values.Any(resource => resource.Shown.Values.Any(places => places.Contains(place)));
            owner = contract.Resources.Values.FirstOrDefault(resource => ShowsId(resource, isOwn ? place : name));
            owners[(node.Origin, name)] = owner;
        }

        return owner;
    }

    private static bool ShowsId(Resource resource, string place) =>
        resource.Member is { } member && resource.Shown.TryGetValue(member, out var places) && places.Contains(place);
}
