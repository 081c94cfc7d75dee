using System.Text.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads schemas/lifecycles.json, which has passed its meta schema.</summary>
internal static class LifecycleReader
{
    public const string File = "schemas/lifecycles.json";

    public static Lifecycles Read(JsonElement file) => new(
        ReadTasks(file.GetProperty("tasks")),
        [.. file.GetProperty("objects").EnumerateObject().Select(ReadObject).OrderBy(found => found.Kind, StringComparer.Ordinal)]);

    /// <summary>What the file says about operations, parameters, resources and structures that do not exist.</summary>
    public static IEnumerable<ContractProblem> Check(Lifecycles lifecycles, IReadOnlyDictionary<string, Operation> operations, IReadOnlyDictionary<string, Resource> resources, IReadOnlyCollection<string> files)
    {
        foreach (var found in lifecycles.Objects)
        {
            var place = $"/objects/{found.Kind}";
            foreach (var problem in found.Operations.Where(id => !operations.ContainsKey(id)).Select(id => NoOperation(place, id))
                .Concat(new[] { found.Read, found.Delete }.OfType<string>().SelectMany(id => NoParameter(place, id, found.Parameter, operations)))
                .Concat(found.Resources.Values.Where(name => !resources.ContainsKey(name)).Select(name => Problem($"{place}/resources", $"there is no resource '{name}'", "Correct its spelling"))))
            {
                yield return problem;
            }

            if ((found.Parameter is null) != (found.Member is null))
            {
                yield return Problem(place, "of 'parameter' and 'member' only one is there", "Write both or none");
            }
        }

        if (lifecycles.Tasks is not { } tasks)
        {
            yield break;
        }

        if (!operations.ContainsKey(tasks.Read))
        {
            yield return NoOperation("/tasks/read", tasks.Read);
        }

        foreach (var problem in NoParameter("/tasks/parameter", tasks.Read, tasks.Parameter, operations)
            .Concat(tasks.Structures.Except(files).Select(name => Problem("/tasks/structures", $"there is no file '{name}'", "Correct its spelling"))))
        {
            yield return problem;
        }
    }

    private static TaskLifecycle ReadTasks(JsonElement tasks) => new(
        [.. tasks.GetProperty("structures").EnumerateArray().Select(name => name.GetString()!)],
        tasks.GetProperty("member").GetString()!,
        tasks.GetProperty("read").GetString()!,
        tasks.GetProperty("parameter").GetString()!,
        tasks.TryGetProperty("otherPaths", out var paths) ? [.. paths.EnumerateArray().Select(path => new PathTemplate(path.GetString()!))] : [],
        tasks.GetProperty("status").GetString()!,
        tasks.GetProperty("running").GetString()!,
        tasks.GetProperty("finished").GetString()!);

    private static ObjectLifecycle ReadObject(JsonProperty found)
    {
        var value = found.Value;
        return new ObjectLifecycle
        {
            Kind = found.Name,
            Title = value.GetProperty("title").GetString()!,
            Create = value.GetProperty("create").GetString()!,
            Read = Text(value, "read"),
            List = Text(value, "list"),
            Delete = value.GetProperty("delete").GetString()!,
            Parameter = Text(value, "parameter"),
            Member = Text(value, "member"),
            Answer = Text(value, "answer"),
            NameInBody = value.TryGetProperty("name", out var name) ? Text(name, "body") : null,
            NameInObject = value.TryGetProperty("name", out name) ? Text(name, "member") : null,
            Resources = Texts(value, "resources"),
            Copies = Texts(value, "copies"),
        };
    }

    private static string? Text(JsonElement value, string member) => value.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static Dictionary<string, string> Texts(JsonElement value, string member) => value.TryGetProperty(member, out var texts)
        ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal)
        : [];

    private static IEnumerable<ContractProblem> NoParameter(string place, string id, string? parameter, IReadOnlyDictionary<string, Operation> operations)
    {
        if (parameter is not null && operations.TryGetValue(id, out var operation) && !operation.Path.Names.Contains(parameter))
        {
            yield return Problem(place, $"the path of {id} has no {{{parameter}}}", "Correct the parameter");
        }
    }

    private static ContractProblem NoOperation(string place, string id) => Problem(place, $"there is no operation '{id}'", "Correct its spelling");

    private static ContractProblem Problem(string place, string problem, string remedy) => new(File, place, problem, remedy);
}
