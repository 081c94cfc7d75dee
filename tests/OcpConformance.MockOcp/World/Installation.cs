using OcpConformance.Contract.Catalog;
using Scope = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.World;

/// <summary>An OCP in which everything fits together: the objects of fixtures/world, found by their ids.</summary>
public sealed class Installation
{
    private readonly Dictionary<string, WorldKind> byResource;
    private readonly Dictionary<string, WorldKind> byStructure;

    internal Installation(IReadOnlyList<WorldKind> kinds)
    {
        byResource = kinds.Where(kind => kind.Resource is not null).ToDictionary(kind => kind.Resource!, StringComparer.Ordinal);
        byStructure = kinds.Where(kind => kind.Structure is not null).ToDictionary(kind => kind.Structure!, StringComparer.Ordinal);
    }

    /// <summary>The objects that a resource names; null where the installation says nothing about them.</summary>
    internal WorldKind? OfResource(string resource) => byResource.GetValueOrDefault(resource);

    /// <summary>The objects of a structure that no path names; null where the installation says nothing about them.</summary>
    internal WorldKind? OfStructure(string structure) => byStructure.GetValueOrDefault(structure);

    /// <summary>The objects of a resource within a scope.</summary>
    internal IEnumerable<WorldObject> In(string resource, Scope scope) =>
        OfResource(resource)?.Objects.Where(found => found.IsIn(scope)) ?? [];

    /// <summary>The object of a resource that has an id in a scope; null where there is none.</summary>
    internal WorldObject? Find(string resource, string id, Scope scope) =>
        In(resource, scope).FirstOrDefault(found => found.Key == id);

    /// <summary>The ids that the path of a request names, by resource; null where one of them names nothing.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">Values of the path parameters.</param>
    /// <param name="within">The resources that one belongs to.</param>
    internal Scope? Scope(
        Operation operation, Scope values, Func<string, IReadOnlyList<string>> within)
    {
        var named = operation.Parameters
            .Where(parameter => parameter is { In: ParameterPlace.Path, Resource: not null } && OfResource(parameter.Resource) is not null)
            .Select(parameter => (Resource: parameter.Resource!, Value: values[parameter.Name], IsOne: parameter.Type == "integer"))
            .ToList();
        var scope = named.ToDictionary(entry => entry.Resource, entry => Ids(entry)[0], StringComparer.Ordinal);
        foreach (var (resource, value, isOne) in named)
        {
            if (Ids((resource, value, isOne)).Any(id => Find(resource, id, scope) is null))
            {
                return null;
            }
        }

        // An id that only one outer object has names that one, too.
        foreach (var (resource, id) in scope.ToList())
        {
            foreach (var outer in within(resource))
            {
                scope.TryAdd(outer, Find(resource, id, scope)!.Of[outer]);
            }
        }

        return scope;

        // What takes several ids takes them joined by commas.
        static string[] Ids((string Resource, string Value, bool IsOne) entry) => entry.IsOne ? [entry.Value] : entry.Value.Split(',');
    }
}
