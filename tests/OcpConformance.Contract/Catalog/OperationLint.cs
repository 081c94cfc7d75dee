using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Checks what operations say against each other, against the resources and against their own schemas.</summary>
internal static class OperationLint
{
    public static IEnumerable<ContractProblem> Check(IReadOnlyList<Operation> operations, IReadOnlyDictionary<string, Resource> resources) =>
        operations
            .SelectMany(operation => Check(operation, resources))
            .Concat(SameRequest(operations));

    private static IEnumerable<ContractProblem> Check(Operation operation, IReadOnlyDictionary<string, Resource> resources)
    {
        if (!operation.Path.IsSound)
        {
            yield return Problem(operation, "/request/path", "a brace stands inside a segment, where it makes no parameter", "Write parameters as whole segments, like /{id}/");
        }

        var inTemplate = operation.Path.Names.ToHashSet(StringComparer.Ordinal);
        var inPath = operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Path).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in inTemplate.Except(inPath))
        {
            yield return Problem(operation, "/request/parameters", $"the path parameter '{name}' is not described", "Add it");
        }

        foreach (var name in inPath.Except(inTemplate))
        {
            yield return Problem(operation, "/request/path", $"the path has no {{{name}}}", "Correct the path or the parameter");
        }

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Resource is { } resource && !resources.ContainsKey(resource)))
        {
            yield return Problem(operation, "/request/parameters", $"the resource '{parameter.Resource}' of '{parameter.Name}' is unknown", "Add it to schemas/resources.json");
        }

        foreach (var twice in operation.Requirements.GroupBy(requirement => requirement.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return Problem(operation, "/rules", $"the requirement {twice.Key} is stated twice", "Give each rule an id of its own");
        }

        foreach (var (rule, place) in operation.Rules.SelectMany(rule => rule.Check.Places.Select(place => (rule, place))).Where(pair => !Knows(operation, pair.place)))
        {
            yield return Problem(operation, "/rules", $"the rule '{rule.Requirement.Keyword}' speaks of {place}, which is not documented", "Correct the pointer");
        }
    }

    private static bool Knows(Operation operation, string place)
    {
        var tokens = JsonPointer.Split(place);
        var node = operation.Data?.Root;
        foreach (var token in operation.Shape == AnswerShape.Bare ? tokens : tokens.Skip(1))
        {
            node = node is null ? null
                : node.Members.TryGetValue(token, out var member) ? member.Node
                : token == JsonPointer.Any || token.All(char.IsAsciiDigit) ? node.Items ?? node.FreeMembers
                : node.FreeMembers;
        }

        return node is not null && (operation.Shape == AnswerShape.Bare || tokens[0] == "data");
    }

    private static IEnumerable<ContractProblem> SameRequest(IReadOnlyList<Operation> operations) =>
        operations
            .GroupBy(operation => (operation.Method, operation.Path.Form))
            .SelectMany(group => group.Skip(1).Select(second =>
                Problem(second, "/request", $"it has the same method and path as {group.First().Id}", "Keep one of the two")));

    private static ContractProblem Problem(Operation operation, string place, string problem, string remedy) =>
        new(operation.File, place, problem, remedy);
}
