using System.Text.Json;
using Scope = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.World;

/// <summary>Something that the installation has.</summary>
/// <param name="Resource">The resource that it is; null where no path names it.</param>
/// <param name="Key">Its id, as paths have it; empty where no path names it.</param>
/// <param name="Of">Ids of what it belongs or refers to, by resource.</param>
/// <param name="Shows">Its members.</param>
/// <param name="Lacks">Members of the fixtures that it has not.</param>
internal sealed record WorldObject(
    string? Resource, string Key, Scope Of, IReadOnlyDictionary<string, JsonElement> Shows, IReadOnlySet<string> Lacks)
{
    /// <summary>Whether it belongs to everything in a scope that it can belong to.</summary>
    /// <param name="scope">Ids by resource.</param>
    public bool IsIn(Scope scope)
    {
        foreach (var (resource, id) in scope)
        {
            if (Of.TryGetValue(resource, out var own) && own != id)
            {
                return false;
            }
        }

        return true;
    }
}
