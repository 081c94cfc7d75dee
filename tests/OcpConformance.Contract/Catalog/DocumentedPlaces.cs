using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Catalog;

/// <summary>Lists what an operation documents about its answer, to be held against what answers show.</summary>
public static class DocumentedPlaces
{
    /// <summary>Every place of a documented member, with the documented values where they are listed; each node once.</summary>
    public static IEnumerable<(string Place, IReadOnlyList<string> Values)> Of(Operation operation) =>
        Nodes(operation).Select(node => (node.Place, node.Values));

    /// <summary>
    /// Every place of a list with documented items, and the place of these. A list of what it stands in has no items of
    /// its own, and whether it is empty cannot be told.
    /// </summary>
    public static IEnumerable<(string Place, string Item)> Lists(Operation operation) =>
        Nodes(operation).Where(node => node.Items?.Place.Length > node.Place.Length).Select(node => (node.Place, node.Items!.Place));

    private static IEnumerable<SchemaNode> Nodes(Operation operation)
    {
        var visited = new HashSet<SchemaNode>();
        return operation.Data is { } tree ? Visit(tree.Root) : [];

        IEnumerable<SchemaNode> Visit(SchemaNode node) => !visited.Add(node) ? [] :
            node.Members.Values.Select(member => member.Node).Concat(new[] { node.Items, node.FreeMembers }.OfType<SchemaNode>())
                .SelectMany(Visit)
                .Prepend(node);
    }
}
