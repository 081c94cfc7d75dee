using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Checks that what schemas/resources.json names is there.</summary>
internal static class ResourceLint
{
    public static IEnumerable<ContractProblem> Check(SchemaStore store, IEnumerable<Resource> resources)
    {
        var all = resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        return all.Values.SelectMany(resource => Check(store, all, resource));
    }

    private static IEnumerable<ContractProblem> Check(SchemaStore store, Dictionary<string, Resource> all, Resource resource)
    {
        var place = JsonPointer.Append("/resources", resource.Name);
        foreach (var outer in resource.Within.Where(outer => !all.ContainsKey(outer)))
        {
            yield return new ContractProblem(ResourceReader.File, $"{place}/within", $"there is no resource '{outer}'", "Name one of this file");
        }

        if (resource.Member is null && (resource.Structures.Count > 0 || resource.Shown.Count > 0))
        {
            yield return new ContractProblem(ResourceReader.File, place, "nothing says which member has the id", "Name it in member");
        }

        foreach (var structure in resource.Structures.Where(structure => StructureNode.Find(store, structure) is null))
        {
            yield return new ContractProblem(ResourceReader.File, $"{place}/structures", $"there is no structure '{structure}'", "Correct the file, or the way behind #");
        }

        foreach (var (member, places) in resource.Shown)
        {
            foreach (var shown in places.Where(shown => shown.Contains('/', StringComparison.Ordinal) && StructureNode.Find(store, shown) is null))
            {
                yield return new ContractProblem(
                    ResourceReader.File, JsonPointer.Append($"{place}/shown", member), $"there is no place '{shown}'", "Correct the file, or the way behind #");
            }
        }
    }
}
