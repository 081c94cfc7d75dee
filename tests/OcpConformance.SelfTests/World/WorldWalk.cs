using System.Globalization;
using System.Net;
using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.World;

/// <summary>Reads everything that can be read: the lists that need no id, the objects that they show, and so on.</summary>
internal sealed class WorldWalk(ContractCatalog contract, MockSession session)
{
    private readonly ShownIds ids = new(contract);
    private readonly Queue<(Operation Operation, string Path, Dictionary<string, string> Scope, string ShownBy)> waiting = new();
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> scopes = new(StringComparer.Ordinal);
    private readonly ILookup<string, Operation> byResource = Readable(contract)
        .SelectMany(operation => Ids(operation).Select(id => (Resource: id.Resource!, Operation: operation)))
        .ToLookup(entry => entry.Resource, entry => entry.Operation);

    /// <summary>What was shown and could not be read.</summary>
    public List<string> Denied { get; } = [];

    /// <summary>The answers with an envelope.</summary>
    public List<(Operation Operation, string Path, MockAnswer Answer)> Answers { get; } = [];

    /// <summary>Every object in every answer.</summary>
    public List<Sighting> Sightings { get; } = [];

    public async Task WalkAsync()
    {
        Ask(Readable(contract).Where(operation => !Ids(operation).Any()), [], "the contract");
        while (waiting.TryDequeue(out var next))
        {
            var answer = await session.GetAsync(next.Path);
            if (answer.Status != HttpStatusCode.OK)
            {
                Denied.Add($"{next.ShownBy} shows what GET {next.Path} answers with {(int)answer.Status}");
            }
            else if (next.Operation.Shape is not (AnswerShape.Bare or AnswerShape.None))
            {
                Answers.Add((next.Operation, next.Path, answer));
                var data = (answer.At("/data/contents") ?? answer.At("/data"))!.Value;
                Visit(StructureNode.Of(contract, next.Operation)!, data, next.Scope, next.Path);
            }
        }
    }

    private void Visit(StructureNode node, JsonElement value, Dictionary<string, string> scope, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in value.EnumerateArray())
            {
                Visit(node, entry, scope, path);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            var inner = new Dictionary<string, string>(scope, StringComparer.Ordinal);
            var shown = ids.In(node, value).ToList();
            shown.ForEach(found => inner[found.Resource.Name] = found.Id);
            Sightings.Add(new Sighting(ids.Self(node), value, inner, path));
            foreach (var (resource, id) in shown)
            {
                AskFor(new Dictionary<string, string>(inner, StringComparer.Ordinal) { [resource.Name] = id }, resource.Name, path);
            }

            foreach (var member in value.EnumerateObject())
            {
                var shownAt = node.Member(member.Name);
                if ((member.Value.ValueKind == JsonValueKind.Array ? shownAt?.Items : shownAt) is { } place)
                {
                    Visit(place, member.Value, inner, path);
                }
            }
        }
    }

    private void AskFor(Dictionary<string, string> scope, string resource, string shownBy)
    {
        if (scopes.Add($"{resource} {string.Join('\n', scope.OrderBy(pair => pair.Key, StringComparer.Ordinal))}"))
        {
            Ask(byResource[resource].Where(operation => Ids(operation).All(id => scope.ContainsKey(id.Resource!))), scope, shownBy);
        }
    }

    private void Ask(IEnumerable<Operation> operations, Dictionary<string, string> scope, string shownBy)
    {
        foreach (var operation in operations)
        {
            var values = Ids(operation).ToDictionary(id => id.Name, id => scope[id.Resource!], StringComparer.Ordinal);
            var query = operation.Parameters
                .Where(parameter => parameter is { In: ParameterPlace.Query, Required: true })
                .ToDictionary(parameter => parameter.Name, parameter => Sent(parameter.Live!.Value.ToString()), StringComparer.Ordinal);
            var path = RequestParameters.PathAndQuery(operation.Path.Fill(values), query);
            if (asked.Add(path))
            {
                var named = Ids(operation).ToDictionary(id => id.Resource!, id => scope[id.Resource!], StringComparer.Ordinal);
                waiting.Enqueue((operation, path, named, shownBy));
            }
        }
    }

    private static IEnumerable<Operation> Readable(ContractCatalog contract) =>
        contract.Operations
            .Where(operation => operation is { Method: "GET", Effect: Effect.Read } && Ids(operation).All(id => id.Resource is not null));

    private static IEnumerable<Parameter> Ids(Operation operation) =>
        operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Path);

    /// <summary>What is sent for a live value.</summary>
    public static string Sent(string live)
    {
        // One time for all requests, so that none is asked twice.
        return RelativeTime.Read(live, Now.Value) is not var (moment, isEpoch) ? live
            : isEpoch ? moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            : RelativeTime.Write(moment);
    }

    private static Lazy<DateTimeOffset> Now { get; } = new(TimeProvider.System.GetLocalNow);
}
