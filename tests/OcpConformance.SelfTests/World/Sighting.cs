using System.Text.Json;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.SelfTests.World;

/// <summary>An object as an answer shows it.</summary>
/// <param name="Resource">What it is; null where no path names it.</param>
/// <param name="Members">Its members.</param>
/// <param name="Scope">Its own id and those of what it belongs to, by resource.</param>
/// <param name="Path">The request.</param>
internal sealed record Sighting(Resource? Resource, JsonElement Members, IReadOnlyDictionary<string, string> Scope, string Path)
{
    /// <summary>The id within everything that it belongs to; null where the answer does not say both.</summary>
    public string? Key =>
        Resource is not null && Resource.Within.All(Scope.ContainsKey) && Members.TryGetProperty(Resource.Member!, out var id)
        ? string.Join('/', Resource.Within.Select(outer => Scope[outer]).Append(id.ToString()))
        : null;

    /// <summary>Whether nothing says that it is somewhere else.</summary>
    public bool IsIn(IReadOnlyDictionary<string, string> scope) =>
        scope.All(pair => Scope.GetValueOrDefault(pair.Key, pair.Value) == pair.Value);
}
