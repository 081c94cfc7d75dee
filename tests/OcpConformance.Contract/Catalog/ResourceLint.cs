using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Checks that what schemas/resources.json names is there.</summary>
internal static class ResourceLint
{
    private const string Correct = "Correct the file, or the way behind #";

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
            yield return Problem($"{place}/within", $"there is no resource '{outer}'", "Name one of this file");
        }

        if (resource.Member is null && (resource.Structures.Count > 0 || resource.Shown.Count > 0))
        {
            yield return Problem(place, "nothing says which member has the id", "Name it in member");
        }

        foreach (var structure in resource.Structures.Where(IsLost))
        {
            yield return Problem($"{place}/structures", $"there is no structure '{structure}'", Correct);
        }

        foreach (var (member, places) in resource.Shown)
        {
            foreach (var shown in places.Where(shown => shown.Contains('/', StringComparison.Ordinal) && IsLost(shown)))
            {
                yield return Problem(JsonPointer.Append($"{place}/shown", member), $"there is no place '{shown}'", Correct);
            }
        }

        bool IsLost(string origin) => StructureNode.Find(store, origin) is null;
    }

    private static ContractProblem Problem(string place, string problem, string remedy) => new(ResourceReader.File, place, problem, remedy);
}
