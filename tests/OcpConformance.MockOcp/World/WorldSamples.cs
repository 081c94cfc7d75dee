using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;

namespace OcpConformance.MockOcp.World;

/// <summary>
/// What the fixtures show of the objects of a resource: the members that the objects of the world do not have themselves. An object
/// has the same value of a member in every answer, so the first fixture with the member gives it for all.
/// </summary>
internal sealed class WorldSamples
{
    private readonly Dictionary<string, Dictionary<string, JsonElement>> byResource = new(StringComparer.Ordinal);

    /// <summary>Reads the fixtures.</summary>
    public WorldSamples(ContractCatalog contract, FixtureCatalog fixtures, ShownMembers shown)
    {
        var samples = (from operation in contract.Operations
                       orderby operation.Effect != Effect.Read
                       let node = StructureNode.Of(contract, operation)
                       where node is not null
                       from sample in fixtures.Of(operation).Select(Entry).Where(IsObject).Take(1)
                       select (node, sample.Value)).ToList();

        // What answers consist of says more of an object than what they only mention.
        samples.ForEach(sample => Take(sample.node, sample.Value, shown));
        samples.ForEach(sample => Mention(sample.node, sample.Value, shown));
    }

    /// <summary>The members of a resource that fixtures show, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Of(string resource) => byResource.GetValueOrDefault(resource) ?? Nothing;

    private static Dictionary<string, JsonElement> Nothing { get; } = [];

    private void Take(StructureNode node, JsonElement sample, ShownMembers shown)
    {
        if (shown.Self(node.Origin) is not { } resource)
        {
            return;
        }

        if (!byResource.TryGetValue(resource.Name, out var members))
        {
            byResource[resource.Name] = members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        }

        foreach (var member in sample.EnumerateObject())
        {
            members.TryAdd(member.Name, member.Value);
        }
    }

    private void Mention(StructureNode node, JsonElement sample, ShownMembers shown)
    {
        foreach (var member in sample.EnumerateObject())
        {
            var isList = member.Value.ValueKind == JsonValueKind.Array;
            var first = isList ? member.Value.EnumerateArray().FirstOrDefault() : member.Value;
            var place = node.Member(member.Name);
            if (IsObject(first) && (isList ? place?.Items : place) is { } inner)
            {
                Take(inner, first, shown);
                Mention(inner, first, shown);
            }
        }
    }

    private static bool IsObject(JsonElement? value) => value is { ValueKind: JsonValueKind.Object };

    private static JsonElement? Entry(Fixture fixture) =>
        fixture.Answer.Json is not { } body ? null
        : JsonPointer.Find(body, "/data/contents") is { } entries ? (entries.GetArrayLength() > 0 ? entries[0] : null)
        : JsonPointer.Find(body, "/data");
}
