using OcpConformance.Contract.Catalog;

namespace OcpConformance.Contract.Requirements;

/// <summary>Lists what an operation documents about its answer, to be held against what answers show.</summary>
public static class DocumentedPlaces
{
    /// <summary>Every place of a documented member, with the documented values where they are listed; each node once.</summary>
    public static IEnumerable<(string Place, IReadOnlyList<string> Values)> Of(Operation operation)
    {
        var visited = new HashSet<SchemaNode>();
        return operation.Data is { } tree ? Visit(tree.Root) : [];

        IEnumerable<(string, IReadOnlyList<string>)> Visit(SchemaNode node) => !visited.Add(node) ? [] :
            node.Members.Values.Select(member => member.Node).Concat(new[] { node.Items, node.FreeMembers }.OfType<SchemaNode>())
                .SelectMany(Visit)
                .Prepend((node.Place, node.Values));
    }
}
