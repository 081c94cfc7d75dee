using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;
using OcpConformance.MockOcp.Messages;
using OcpConformance.MockOcp.Operations;

namespace OcpConformance.MockOcp.State;

/// <summary>Hands out tasks under ids of their own, and brings them to an end: running when first asked for, finished from then on.</summary>
internal sealed class TaskStore
{
    private readonly TaskLifecycle lifecycle;
    private readonly IdSequence ids;
    private readonly Operation read;
    private readonly Echoes echoes;
    private readonly Fixture? running;
    private readonly Fixture? finished;
    private readonly HashSet<string> handingOut;
    private readonly ConcurrentDictionary<string, Task> tasks = new(StringComparer.Ordinal);

    private TaskStore(ContractCatalog contract, FixtureCatalog fixtures, TaskLifecycle lifecycle, IdSequence ids)
    {
        this.lifecycle = lifecycle;
        this.ids = ids;
        read = contract[lifecycle.Read];
        echoes = new Echoes(contract, read);
        running = WithStatus(fixtures, lifecycle.Running);
        finished = WithStatus(fixtures, lifecycle.Finished);
        handingOut = [.. contract.Operations.Where(operation => HandsOut(contract, operation)).Select(operation => operation.Id)];
    }

    /// <summary>The store for a contract; null where the contract does not say how tasks end.</summary>
    public static TaskStore? Of(ContractCatalog contract, FixtureCatalog fixtures, IdSequence ids) =>
        contract.Lifecycles.Tasks is { } lifecycle ? new TaskStore(contract, fixtures, lifecycle, ids) : null;

    /// <summary>The operation that shows a task, and the values in a path at which clients ask for tasks, too; null for other paths.</summary>
    public (Operation Operation, IReadOnlyDictionary<string, string> Values)? Find(string method, string path) =>
        method == read.Method && lifecycle.OtherPaths.Select(other => other.Match(path)).FirstOrDefault(values => values is not null) is { } found ? (read, found) : null;

    /// <summary>Gives the tasks in answers of an operation ids of their own; null where the operation hands out none.</summary>
    public Action<JsonObject>? HandOut(Operation operation) => handingOut.Contains(operation.Id) ? envelope => HandOut(envelope, operation) : null;

    /// <summary>Shows a task that was handed out; null where there is none.</summary>
    public Outcome? Show(Operation operation, IReadOnlyDictionary<string, string> values)
    {
        if (operation.Id != lifecycle.Read || !tasks.TryGetValue(values[lifecycle.Parameter], out var task) || (task.Ask() ? finished : running) is not { } fixture)
        {
            return null;
        }

        return new Outcome(null, operation, fixture)
        {
            Finish = envelope =>
            {
                echoes.Write(envelope, values);
                envelope["data"]!["name"] = task.Name;
            },
        };
    }

    private Fixture? WithStatus(FixtureCatalog fixtures, string status) =>
        fixtures.Of(read).FirstOrDefault(fixture => fixture.Answer.Json is { } body && JsonPointer.Find(body, lifecycle.Status)?.GetString() == status);

    private bool HandsOut(ContractCatalog contract, Operation operation) =>
        JsonPointer.Find(contract.Schemas.Files[operation.File], "/answer/data/$ref") is { } reference
        && contract.Schemas.Resolve(operation.File, reference.GetString()!) is { } target
        && lifecycle.Structures.Contains(target.File);

    private void HandOut(JsonObject envelope, Operation operation)
    {
        var data = envelope["data"];
        foreach (var task in data?["contents"] is JsonArray list ? list.AsEnumerable() : [data])
        {
            if (task is JsonObject)
            {
                var id = ids.Next(operation);
                JsonEdit.Set(task, lifecycle.Member, id);
                tasks[id.ToString(CultureInfo.InvariantCulture)] = new Task((string?)task["name"] ?? lifecycle.Read);
            }
        }
    }

    private sealed record Task(string Name)
    {
        private int asked;

        public bool Ask() => Interlocked.Exchange(ref asked, 1) == 1;
    }
}
