using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>Checks that every <c>$ref</c> of a file leads somewhere.</summary>
internal static class References
{
    public static IEnumerable<ContractProblem> Missing(SchemaStore store, string file, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany((item, index) => Missing(store, file, item, JsonPointer.Append(place, index)));
        }

        return value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(member =>
        {
            var at = JsonPointer.Append(place, member.Name);
            if (member.Name != "$ref")
            {
                return Missing(store, file, member.Value, at);
            }

            return member.Value.ValueKind == JsonValueKind.String && store.Resolve(file, member.Value.GetString()!) is not null
                ? []
                : [new ContractProblem(file, at, $"{member.Value.GetRawText()} leads to no schema", "Correct the path, or add the structure")];
        });
    }
}
