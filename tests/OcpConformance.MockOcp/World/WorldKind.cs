using System.Text.Json;
using Scope = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.World;

/// <summary>All objects of one kind; a file of fixtures/world.</summary>
/// <param name="Resource">The resource that they are; null where no path names them.</param>
/// <param name="Structure">The structure that they are; null where they are a resource.</param>
/// <param name="Only">By operation whose list shows some of them, the values of members that an object must have.</param>
/// <param name="Objects">The objects, in the order of lists.</param>
internal sealed record WorldKind(
    string? Resource,
    string? Structure,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>>> Only,
    IReadOnlyList<WorldObject> Objects)
{
    /// <summary>The objects that a list of an operation shows, within a scope.</summary>
    public IEnumerable<WorldObject> ListedBy(string operation, Scope scope) =>
        Objects.Where(found => found.IsIn(scope))
            .Where(found => !Only.TryGetValue(operation, out var values) || values.All(value => Has(found, value.Key, value.Value)));

    private static bool Has(WorldObject found, string member, IReadOnlyList<JsonElement> values) =>
        found.Shows.TryGetValue(member, out var shown) && values.Any(value => JsonElement.DeepEquals(value, shown));
}
