using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Checks that every release that a file names is one of schemas/releases.json, and that what is assumed says so.</summary>
internal static class ReleaseLint
{
    private const string Source = "/source";

    public static IEnumerable<ContractProblem> Check(SchemaStore store, string file, JsonElement content)
    {
        if (Releases.In(store) is not { } releases)
        {
            return [];
        }

        return file == Releases.File
            ? releases.Contradictory.Select(version => new ContractProblem(
                file, $"/{Releases.AssumedList}", $"{version} is documented and assumed", "Keep it in one of the two lists"))
            : Unlisted(releases, file, content).Concat(Unmarked(releases, file, content));
    }

    private static IEnumerable<ContractProblem> Unlisted(Releases releases, string file, JsonElement content) =>
        Named(content, string.Empty)
            .Where(named => Parsed(named.Version) is { } version && !releases.Knows(version))
            .Select(named => new ContractProblem(
                file, named.Place, $"{named.Version.GetString()} is not among the releases of {Releases.File}", "Correct it, or add it there"));

    private static IEnumerable<ContractProblem> Unmarked(Releases releases, string file, JsonElement content) =>
        JsonPointer.Find(content, $"{Source}/since") is { } since && Parsed(since) is { } version && releases.Assumes(version)
        && JsonPointer.Find(content, $"{Source}/assumed") is not { ValueKind: JsonValueKind.True }
            ? [new ContractProblem(file, $"{Source}/since", $"{version} is assumed, and the operation does not say so", "Add \"assumed\": true")]
            : [];

    private static IEnumerable<(string Place, JsonElement Version)> Named(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany((item, index) => Named(item, JsonPointer.Append(place, index)));
        }

        return value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(member =>
        {
            var at = JsonPointer.Append(place, member.Name);
            return member.Name switch
            {
                "x-since" or "x-until" or "x-must-since" => [(at, member.Value)],
                "since" or "until" when place == Source => [(at, member.Value)],
                "x-enum-since" when member.Value.ValueKind == JsonValueKind.Object =>
                    member.Value.EnumerateObject().Select(since => (JsonPointer.Append(at, since.Name), since.Value)),
                _ => Named(member.Value, at),
            };
        });
    }

    private static Version? Parsed(JsonElement text) =>
        text.ValueKind == JsonValueKind.String && Version.TryParse(text.GetString(), out var version) ? version : null;
}
