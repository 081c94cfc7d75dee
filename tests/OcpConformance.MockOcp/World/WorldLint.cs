using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.MockOcp.World;

/// <summary>Checks that the objects of fixtures/world fit the contract and each other.</summary>
internal static class WorldLint
{
    public static IEnumerable<ContractProblem> Check(IReadOnlyDictionary<string, WorldKind> kinds, ContractCatalog contract) =>
        Twice(kinds).Concat(kinds.SelectMany(entry => Check(entry.Key, entry.Value, kinds, contract)));

    private static IEnumerable<ContractProblem> Twice(IReadOnlyDictionary<string, WorldKind> kinds) =>
        kinds
            .GroupBy(entry => entry.Value.Resource ?? entry.Value.Structure, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1).Select(second => new ContractProblem(
                second.Key, string.Empty, $"{group.First().Key} has the objects of '{group.Key}', too", "Put them into one file")));

    private static IEnumerable<ContractProblem> Check(
        string file, WorldKind kind, IReadOnlyDictionary<string, WorldKind> kinds, ContractCatalog contract)
    {
        foreach (var operation in kind.Only.Keys.Where(id => contract.Operations.All(operation => operation.Id != id)))
        {
            yield return Problem(JsonPointer.Append("/only", operation), $"there is no operation '{operation}'", "Correct its spelling");
        }

        if (kind.Structure is { } structure && StructureNode.Find(contract.Schemas, structure) is null)
        {
            yield return Problem("/structure", $"there is no structure '{structure}'", "Correct the file, or the way behind #");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, found) in kind.Objects.Index())
        {
            var place = JsonPointer.Append("/objects", index);
            if (kind.Resource is { } name)
            {
                var resource = contract.Resources[name];
                if (found.Key.Length == 0 || !PathTemplate.IsSegment(found.Key))
                {
                    yield return Problem(
                        $"{place}/shows", $"the object has no id that a path can hold in '{resource.Member}'", "Give it one");
                }
                else if (!ids.Add(string.Join('\n', resource.Within.Select(outer => found.Of.GetValueOrDefault(outer)).Append(found.Key))))
                {
                    yield return Problem(
                        $"{place}/shows/{resource.Member}", $"an object before it has the id '{found.Key}', too", "Give it another one");
                }

                foreach (var outer in resource.Within.Where(outer => !found.Of.ContainsKey(outer)))
                {
                    yield return Problem($"{place}/of", $"nothing says to which {outer} the object belongs", $"Add \"{outer}\"");
                }
            }

            foreach (var (outer, id) in found.Of.Where(pair => !Exists(pair.Key, pair.Value, found, kinds)))
            {
                yield return Problem(
                    JsonPointer.Append($"{place}/of", outer),
                    $"{WorldLoader.Folder} has no {outer} '{id}' that fits the rest",
                    "Add it, or correct the id");
            }
        }

        ContractProblem Problem(string place, string problem, string remedy) => new(file, place, problem, remedy);
    }

    private static bool Exists(string resource, string id, WorldObject owner, IReadOnlyDictionary<string, WorldKind> kinds) =>
        kinds.Values.Any(kind => kind.Resource == resource && kind.Objects.Any(outer => outer.Key == id && outer.IsIn(owner.Of)));
}
