using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.MockOcp.World;

/// <summary>Which members of answers show which objects, as schemas/resources.json says it.</summary>
internal sealed class ShownMembers
{
    private readonly Dictionary<string, (Resource Resource, string Member)> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> self = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> counted = new(StringComparer.Ordinal);

    /// <summary>Reads the resources that an installation has objects of.</summary>
    public ShownMembers(ContractCatalog contract, Installation world)
    {
        Resources =
        [
            .. contract.Resources.Values
                .Where(resource => world.OfResource(resource.Name) is not null)
                .OrderBy(resource => Depth(contract, resource)),
        ];
        foreach (var resource in Resources)
        {
            foreach (var (member, places) in resource.Shown)
            {
                foreach (var place in places)
                {
                    shown[place] = (resource, member);
                }
            }

            foreach (var structure in resource.Structures)
            {
                self[structure] = resource;
            }

            foreach (var name in resource.Counted)
            {
                counted[name] = resource;
            }
        }
    }

    /// <summary>The resources: what belongs to another one stands behind it.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The resource that a structure shows itself; null where it shows none.</summary>
    public Resource? Self(string origin) => self.GetValueOrDefault(origin);

    /// <summary>The resource that a member says the number of; null where it does not.</summary>
    public Resource? Counted(string name) => counted.GetValueOrDefault(name);

    /// <summary>The members of a value that show members of objects of other structures, by resource.</summary>
    public ILookup<string, (string Name, string Member)> In(StructureNode node, JsonObject members) =>
        members
            .Select(pair => (Name: pair.Key, Shows: At(node.Place(pair.Key), pair.Key)))
            .Where(entry => entry.Shows.Resource is not null)
            .ToLookup(entry => entry.Shows.Resource.Name, entry => (entry.Name, entry.Shows.Member), StringComparer.Ordinal);

    // A place of its own says more than the name of a member.
    private (Resource Resource, string Member) At(string place, string name) =>
        shown.TryGetValue(place, out var own) ? own : shown.GetValueOrDefault(name);

    private static int Depth(ContractCatalog contract, Resource resource) =>
        resource.Within.Count == 0 ? 0 : 1 + resource.Within.Max(outer => Depth(contract, contract.Resources[outer]));
}
