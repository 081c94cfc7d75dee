using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Messages;
using OcpConformance.MockOcp.Operations;

namespace OcpConformance.MockOcp.State;

/// <summary>
/// The objects of one kind that requests created. What fixtures hold stands beside them and is untouched, but for one case: an
/// object that is created where a fixture already holds one, and then deleted, is gone.
/// </summary>
internal sealed class CreatedObjects
{
    private readonly ObjectLifecycle lifecycle;
    private readonly ServedOperation create;
    private readonly ServedOperation? read;
    private readonly ServedOperation? list;
    private readonly ServedOperation delete;
    private readonly IAnswerSource source;
    private readonly IdSequence ids;
    private readonly Fault? fault;
    private readonly string[] parents;
    private readonly Lock gate = new();
    private readonly OrderedDictionary<ObjectKey, JsonObject> objects = [];
    private readonly HashSet<ObjectKey> gone = [];
    private readonly Dictionary<ObjectKey, JsonObject> remembered = [];

    /// <summary>Starts with none.</summary>
    public CreatedObjects(
        ObjectLifecycle lifecycle, IReadOnlyDictionary<string, ServedOperation> served, IAnswerSource source, IdSequence ids, Fault? fault)
    {
        this.lifecycle = lifecycle;
        this.source = source;
        this.ids = ids;
        this.fault = fault;
        create = served[lifecycle.Create];
        read = lifecycle.Read is { } readId ? served[readId] : null;
        list = lifecycle.List is { } listId ? served[listId] : null;
        delete = served[lifecycle.Delete];
        parents = [.. create.Operation.Path.Names];
    }

    /// <summary>Makes an object; null where the place that it belongs to does not exist.</summary>
    public Outcome? Create(IReadOnlyDictionary<string, string> values, JsonElement? body, Fixture? fixture)
    {
        var shows = lifecycle.Answer is null ? read ?? list : create;
        if (fixture is null || shows is null || ObjectFactory.Sample(shows) is not { } sample)
        {
            return null;
        }

        var made = ObjectFactory.Make(lifecycle, sample, body, () => ids.Next(create.Operation));
        source.Settle(shows, create, values, made);
        var named = new Dictionary<string, string>(values, StringComparer.Ordinal);
        if (lifecycle.Parameter is { } parameter)
        {
            named[parameter] = KeyIn(made);
        }

        var answer = new JsonObject { ["data"] = made };
        read?.Echoes.Write(answer, named);
        answer.Remove("data");
        var key = KeyOf(named);
        lock (gate)
        {
            objects[key] = made;
            gone.Remove(key);
        }

        var copy = made.DeepClone();
        return new Outcome(null, create.Operation, fixture) { Finish = lifecycle.Answer is null ? null : envelope => envelope["data"] = copy };
    }

    /// <summary>Shows an object.</summary>
    public Outcome? Read(IReadOnlyDictionary<string, string> values, Fixture? fixture)
    {
        var key = KeyOf(values);
        lock (gate)
        {
            if (gone.Contains(key) && !Remembers(read!.Operation, StateFault.ShowsDeleted, key))
            {
                return new Outcome(ErrorCause.Unknown, read!.Operation, null);
            }

            var found = objects.GetValueOrDefault(key) ?? (Remembers(read!.Operation, StateFault.ShowsDeleted, key) ? remembered[key] : null);
            if (fixture is not null || read!.Fixtures.First is not { } template || found is null)
            {
                return null;
            }

            var copy = found.DeepClone();
            return new Outcome(null, read.Operation, template) { Finish = envelope => envelope["data"] = copy };
        }
    }

    /// <summary>Removes an object.</summary>
    public Outcome? Delete(IReadOnlyDictionary<string, string> values, Fixture? fixture)
    {
        var key = KeyOf(values);
        lock (gate)
        {
            if (objects.Remove(key, out var removed))
            {
                remembered[key] = removed;
            }
            else if (!Remembers(delete.Operation, StateFault.DeletesAgain, key))
            {
                return gone.Contains(key) ? new Outcome(ErrorCause.Unknown, delete.Operation, null) : null;
            }

            if (IsHeld(values, key))
            {
                gone.Add(key);
            }
        }

        return (fixture ?? delete.Fixtures.First) is { } template
            ? new Outcome(null, delete.Operation, template) { Finish = envelope => delete.Echoes.Write(envelope, values) }
            : null;
    }

    /// <summary>Lists the objects of a place beside those of the fixtures; null where there is nothing to add or a filter is asked for.</summary>
    public Outcome? List(IReadOnlyDictionary<string, string> values, IncomingRequest request, Fixture? fixture)
    {
        if (fault?.Affects(list!.Operation, StateFault.HidesCreated) == true || request.Query.Keys.Any(name => name is not (PagingParameters.Page or PagingParameters.Size)) || (fixture ?? list!.Fixtures.First) is not { } template)
        {
            return null;
        }

        var place = PlaceOf(values);
        lock (gate)
        {
            var mine = objects.Where(pair => pair.Key.Place == place).Select(pair => pair.Value.DeepClone()).ToList();
            var missing = gone.Where(key => key.Place == place).Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
            var known = fixture is not null || create.Fixtures.All.Any(created => PlaceOf(created.PathValues) == place);
            return known && (fixture is null || mine.Count + missing.Count > 0)
                ? new Outcome(null, list!.Operation, template) { Finish = envelope => Merge(envelope, fixture is not null, mine, missing) }
                : null;
        }
    }

    private void Merge(JsonObject envelope, bool keepsOwn, IReadOnlyList<JsonNode> mine, HashSet<string> missing)
    {
        var data = envelope["data"]!.AsObject();
        var own = keepsOwn ? data["contents"]!.AsArray().Select(entry => entry!.DeepClone()).Where(entry => !missing.Contains(KeyIn(entry))).ToList() : [];
        var names = own.Select(KeyIn).ToHashSet(StringComparer.Ordinal);
        data["contents"] = new JsonArray([.. own, .. mine.Where(entry => !names.Contains(KeyIn(entry)))]);
    }

    private bool Remembers(Operation operation, StateFault state, ObjectKey key) => fault?.Affects(operation, state) == true && remembered.ContainsKey(key);

    // Whether an object of that name was there before, too.
    private bool IsHeld(IReadOnlyDictionary<string, string> values, ObjectKey key) =>
        (read is not null && source.Choose(read, values, Nothing, null) is not null)
        || Listed(values).Any(entry => entry is not null && KeyIn(entry) == key.Name);

    private IEnumerable<JsonNode?> Listed(IReadOnlyDictionary<string, string> values)
    {
        if (list is null || source.Choose(list, values, Nothing, null)?.Answer.Json is not { } body)
        {
            return [];
        }

        var answer = JsonObject.Create(body)!;
        source.Fill(list, values, Nothing)?.Invoke(answer);
        return answer["data"]?["contents"] as JsonArray ?? [];
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private string KeyIn(JsonNode found) =>
        lifecycle.Member is { } member && ObjectFactory.Find(found, member) is { } value ? value.ToString() : string.Empty;

    private ObjectKey KeyOf(IReadOnlyDictionary<string, string> values) =>
        new(PlaceOf(values), lifecycle.Parameter is { } parameter ? values[parameter] : string.Empty);

    private string PlaceOf(IReadOnlyDictionary<string, string> values) => string.Join('\n', parents.Select(name => values[name]));

    private readonly record struct ObjectKey(string Place, string Name);
}
