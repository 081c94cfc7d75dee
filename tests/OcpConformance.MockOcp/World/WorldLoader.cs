using System.Text.Json;
using OcpConformance.Contract.Schemas;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.World;

/// <summary>Reads fixtures/world. Reports everything that is wrong at once.</summary>
public static class WorldLoader
{
    /// <summary>Folder of the objects, relative to the root of the contract.</summary>
    public const string Folder = "fixtures/world";

    /// <summary>Loads the installation.</summary>
    /// <param name="contract">The contract that says what objects are.</param>
    /// <exception cref="ContractException">Files are unreadable, break their meta schema, or do not fit together.</exception>
    public static Installation Load(ContractCatalog contract)
    {
        var problems = new List<ContractProblem>();
        var meta = new MetaSchemas(contract.Schemas);
        var kinds = new Dictionary<string, WorldKind>(StringComparer.Ordinal);
        foreach (var name in contract.Files.Names(Folder))
        {
            var reading = StrictJson.Read(contract.Files.Read(name));
            if (reading.Value is not { } content)
            {
                problems.Add(new ContractProblem(name, string.Empty, reading.Detail, "Correct the JSON"));
                continue;
            }

            var found = meta.Check("world", name, content).ToList();
            problems.AddRange(found);
            if (found.Count == 0 && Read(name, content, contract, problems) is { } kind)
            {
                kinds.Add(name, kind);
            }
        }

        problems.AddRange(problems.Count == 0 ? WorldLint.Check(kinds, contract) : []);
        return problems.Count == 0 ? new Installation([.. kinds.Values]) : throw new ContractException(problems);
    }

    private static WorldKind? Read(string file, JsonElement content, ContractCatalog contract, List<ContractProblem> problems)
    {
        var name = content.TryGetProperty("resource", out var named) ? named.GetString() : null;
        var structure = content.TryGetProperty("structure", out var shape) ? shape.GetString() : null;
        var resource = name is null ? null : contract.Resources.GetValueOrDefault(name);
        if (name is null == structure is null)
        {
            problems.Add(new ContractProblem(
                file,
                string.Empty,
                "a file says either which resource its objects are, or which structure",
                "Write one of resource and structure"));
            return null;
        }

        if (name is not null && resource?.Member is null)
        {
            problems.Add(new ContractProblem(
                file,
                "/resource",
                $"schemas/resources.json says no member that has the id of '{name}'",
                "Add the resource there, with its member"));
            return null;
        }

        return new WorldKind(
            name,
            structure,
            content.TryGetProperty("only", out var only)
                ? only.EnumerateObject().ToDictionary(entry => entry.Name, entry => Values(entry.Value), StringComparer.Ordinal)
                : [],
            [.. content.GetProperty("objects").EnumerateArray().Select(entry => ObjectIn(entry, resource))]);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Values(JsonElement members) =>
        members.EnumerateObject()
            .ToDictionary(member => member.Name, IReadOnlyList<JsonElement> (member) => [.. member.Value.EnumerateArray()]);

    private static WorldObject ObjectIn(JsonElement entry, Resource? resource)
    {
        var shows = entry.GetProperty("shows").EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return new WorldObject(
            resource?.Name,
            resource?.Member is { } member && shows.TryGetValue(member, out var id) ? id.ToString() : string.Empty,
            entry.TryGetProperty("of", out var of)
                ? of.EnumerateObject().ToDictionary(outer => outer.Name, outer => outer.Value.ToString(), StringComparer.Ordinal)
                : [],
            shows,
            entry.TryGetProperty("lacks", out var lacks)
                ? lacks.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
                : []);
    }
}
