using System.Text.Json;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads schemas/resources.json, which has passed its meta schema.</summary>
internal static class ResourceReader
{
    public const string File = "schemas/resources.json";

    public static (string ProbePath, string UnknownPath, string? VersionPath, string? VersionPointer, IReadOnlyDictionary<string, Resource> Resources) Read(JsonElement file)
    {
        var version = file.TryGetProperty("version", out var named) ? named : default(JsonElement?);
        var resources = file.GetProperty("resources").EnumerateObject().Select(entry => new Resource(
            entry.Name,
            entry.Value.GetProperty("title").GetString()!,
            entry.Value.GetProperty("setting").GetString()!,
            Text(entry.Value, "path"),
            entry.Value.TryGetProperty("query", out var query)
                ? query.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.ToString(), StringComparer.Ordinal)
                : [],
            Text(entry.Value, "pointer"))
        {
            Member = Text(entry.Value, "member"),
            Within = [.. Texts(entry.Value, "within")],
            Structures = Texts(entry.Value, "structures").ToHashSet(StringComparer.Ordinal),
            Shown = entry.Value.TryGetProperty("shown", out var shown)
                ? shown.EnumerateObject()
                    .ToDictionary(item => item.Name, IReadOnlyList<string> (item) => [.. Texts(item.Value)], StringComparer.Ordinal)
                : [],
            Counted = [.. Texts(entry.Value, "counted")],
        });
        return (file.GetProperty("probe").GetString()!, file.GetProperty("unknownPath").GetString()!, version?.GetProperty("path").GetString(), version?.GetProperty("pointer").GetString(), resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Texts(JsonElement value, string member) =>
        value.TryGetProperty(member, out var list) ? Texts(list) : [];

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    private static string? Text(JsonElement value, string member) => value.TryGetProperty(member, out var text) ? text.GetString() : null;
}
