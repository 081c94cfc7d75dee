using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using Scope = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OcpConformance.MockOcp.World;

/// <summary>
/// Makes an answer speak of the objects of the installation: what shows an object gets its members, what refers to one gets its
/// id and name, lists have the objects that there are, and counts their number. What the world does not know stays as it is.
/// </summary>
/// <param name="world">The installation.</param>
/// <param name="shown">Which members show which objects.</param>
/// <param name="samples">What objects have beside their own members.</param>
/// <param name="operation">The operation that answers.</param>
/// <param name="fresh">What a request made one of, which is none of those that were there before; null for nothing.</param>
/// <param name="now">The time that times are counted from.</param>
internal sealed class WorldComposer(
    Installation world, ShownMembers shown, WorldSamples samples, Operation operation, Resource? fresh, DateTimeOffset now)
{
    /// <summary>Fills the entries of a list.</summary>
    /// <param name="node">An entry.</param>
    /// <param name="entries">The entries of the fixture; changed in place.</param>
    /// <param name="scope">Ids that the path names, by resource.</param>
    public void FillList(StructureNode node, JsonArray entries, Scope scope)
    {
        var kind = shown.Self(node.Origin) is { } resource && !IsFresh(resource)
            ? world.OfResource(resource.Name)
            : world.OfStructure(node.Origin);
        if (kind is null)
        {
            Each(node, entries, scope, isTold: false);
        }
        else
        {
            Replace(node, entries, kind.ListedBy(operation.Id, scope), scope);
        }
    }

    /// <summary>Fills one object.</summary>
    /// <param name="node">What it is.</param>
    /// <param name="members">The object of the fixture; changed in place.</param>
    /// <param name="scope">Ids that the path names, by resource.</param>
    public void FillObject(StructureNode node, JsonObject members, Scope scope)
    {
        if (world.OfStructure(node.Origin)?.ListedBy(operation.Id, scope).FirstOrDefault() is { } row)
        {
            Overlay(node, members, row, isTold: false, Nothing);
        }

        Compose(node, members, scope, 0, isTold: false);
    }

    private static IReadOnlyDictionary<string, JsonElement> Nothing { get; } = new Dictionary<string, JsonElement>();

    private void Compose(StructureNode node, JsonObject members, Scope scope, int index, bool isTold)
    {
        var self = shown.Self(node.Origin);
        var told = isTold ? members.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal) : [];
        var own = self is null || IsFresh(self) ? null
            : Pick(self, shown.In(node, members)[self.Name].Append((self.Member!, self.Member!)), members, scope, index, isTold);
        if (own is not null)
        {
            scope = Inside(scope, own);
            Overlay(node, members, own, isTold, samples.Of(self!.Name));
        }

        var references = shown.In(node, members);
        foreach (var resource in shown.Resources.Where(resource => references.Contains(resource.Name) && !IsFresh(resource)))
        {
            if (Pick(resource, references[resource.Name], members, scope, index, isTold) is { } found)
            {
                scope = Inside(scope, found);
                foreach (var (name, member) in references[resource.Name])
                {
                    Refer(node, members, name, member, found, scope, isTold);
                }
            }
        }

        foreach (var (name, value) in members.ToList())
        {
            if (value is JsonValue && shown.Counted(name) is { } counted && scope.Count > 0)
            {
                members[name] = world.In(counted.Name, scope).Count();
            }
            else if (node.Member(name) is { } inner)
            {
                Descend(inner, value, scope, index, self, told.Contains(name) || own?.Shows.ContainsKey(name) == true);
            }
        }
    }

    private bool IsFresh(Resource resource) => fresh is not null && (resource == fresh || resource.Within.Contains(fresh.Name));

    private void Descend(StructureNode node, JsonNode? value, Scope scope, int index, Resource? owner, bool isTold)
    {
        switch (value)
        {
            case JsonObject members:
                Compose(node, members, scope, index, isTold);
                break;
            case JsonArray entries when node.Items is { } item:
                if (!isTold && Held(item, owner, scope) is { } objects)
                {
                    Replace(item, entries, objects, scope);
                }
                else
                {
                    Each(item, entries, scope, isTold);
                }

                break;
        }
    }

    // The objects that belong to their owner or to the scope, or that no path names; null for a list of others.
    private IEnumerable<WorldObject>? Held(StructureNode item, Resource? owner, Scope scope) =>
        shown.Self(item.Origin) is not { } resource || IsFresh(resource)
            ? world.OfStructure(item.Origin)?.Objects.Where(found => found.IsIn(scope))
        : (resource.Within.Count > 0 && resource.Within.All(scope.ContainsKey)) || BelongsTo(owner, resource)
            ? world.In(resource.Name, scope).Where(found => scope.GetValueOrDefault(resource.Name, found.Key) == found.Key)
            : null;

    private bool BelongsTo(Resource? owner, Resource resource) =>
        owner is not null && world.OfResource(resource.Name)!.Objects.Any(found => found.Of.ContainsKey(owner.Name));

    private void Each(StructureNode item, JsonArray entries, Scope scope, bool isTold)
    {
        // There are not more others than there are objects.
        var most = shown.Self(item.Origin) is { } resource && !isTold && !IsFresh(resource)
            ? world.In(resource.Name, scope).Count()
            : int.MaxValue;
        while (entries.Count > most)
        {
            entries.RemoveAt(entries.Count - 1);
        }

        foreach (var (index, entry) in entries.Index())
        {
            Descend(item, entry, scope, index, null, isTold);
        }
    }

    private void Replace(StructureNode item, JsonArray entries, IEnumerable<WorldObject> objects, Scope scope)
    {
        var sample = entries.FirstOrDefault() as JsonObject ?? [];
        entries.Clear();
        foreach (var (index, found) in objects.Index())
        {
            var entry = sample.DeepClone().AsObject();
            entries.Add(entry);
            if (found.Resource is null)
            {
                Overlay(item, entry, found, isTold: false, Nothing);
            }

            Compose(item, entry, Inside(scope, found), index, isTold: false);
        }
    }

    private WorldObject? Pick(
        Resource resource,
        IEnumerable<(string Name, string Member)> references,
        JsonObject members,
        Scope scope,
        int index,
        bool isTold)
    {
        // What another object tells of may belong to something else than that one.
        var limits = isTold ? scope.Where(pair => resource.Within.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal) : scope;
        var objects = world.In(resource.Name, limits).ToList();
        var meant = scope.TryGetValue(resource.Name, out var id) ? objects.Find(found => found.Key == id) : null;
        var told = references
            .Select(shows => objects.Find(found => Shows(found, shows.Member, members[shows.Name])))
            .FirstOrDefault(found => found is not null);
        return (isTold ? told ?? meant : meant ?? told) ?? (id is not null || objects.Count == 0 ? null : objects[index % objects.Count]);
    }

    private static bool Shows(WorldObject found, string member, JsonNode? value) =>
        value is JsonValue && found.Shows.TryGetValue(member, out var own) && own.ToString() == value.ToString();

    // What lies within another object than before is no longer meant.
    private Dictionary<string, string> Inside(Scope scope, WorldObject found)
    {
        var inside = new Dictionary<string, string>(scope, StringComparer.Ordinal);
        foreach (var (resource, id) in found.Resource is { } own ? found.Of.Append(KeyValuePair.Create(own, found.Key)) : found.Of)
        {
            if (inside.TryGetValue(resource, out var before) && before != id)
            {
                foreach (var lost in shown.Resources.Where(inner => inner.Within.Contains(resource)))
                {
                    inside.Remove(lost.Name);
                }
            }

            inside[resource] = id;
        }

        return inside;
    }

    private void Refer(StructureNode node, JsonObject members, string name, string member, WorldObject found, Scope scope, bool isTold)
    {
        if (!found.Shows.TryGetValue(member, out var value) || node.Member(name) is not { } place)
        {
            return;
        }

        if (members[name] is not JsonArray several)
        {
            members[name] = WorldValues.Fit(place, value, now) ?? members[name]?.DeepClone();
        }
        else if (!isTold)
        {
            var around = scope.Where(pair => pair.Key != found.Resource).ToDictionary(StringComparer.Ordinal);
            var all = world.In(found.Resource!, around).Take(several.Count);
            members[name] = new JsonArray([.. all.Select(other => JsonNode.Parse(other.Shows[member].GetRawText()))]);
        }
    }

    // What another object tells of this one stands as it is.
    private void Overlay(
        StructureNode node, JsonObject members, WorldObject found, bool isTold, IReadOnlyDictionary<string, JsonElement> sample)
    {
        foreach (var name in found.Lacks)
        {
            members.Remove(name);
        }

        foreach (var (name, value) in found.Shows.Where(pair => !isTold || !members.ContainsKey(pair.Key)))
        {
            if (WorldValues.Fit(node, name, value, now) is { } own)
            {
                members[name] = own;
            }
        }

        foreach (var (name, value) in sample.Where(pair => !found.Shows.ContainsKey(pair.Key) && !found.Lacks.Contains(pair.Key)))
        {
            // Lists and objects keep the form that this structure gives them.
            var isSimple = value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            if (((isSimple && !isTold) || !members.ContainsKey(name)) && WorldValues.Fit(node, name, value, now) is { } common)
            {
                members[name] = common;
            }
        }
    }
}
