using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Fixtures;

/// <summary>Reads fixtures/. Reports everything that is wrong at once.</summary>
public static class FixtureLoader
{
    /// <summary>The folder of the fixtures, below the root of the contract.</summary>
    public const string Folder = "fixtures";

    private const string ErrorFolder = $"{Folder}/errors";
    private const string FaultFolder = $"{Folder}/faults";
    private const string WorldFolder = $"{Folder}/world";

    /// <summary>Loads the fixtures of a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="select">Patterns of operation ids whose fixtures are wanted; null for all.</param>
    /// <exception cref="ContractException">Files are unreadable, break their meta schema, or belong to no operation.</exception>
    public static FixtureCatalog Load(ContractCatalog contract, IReadOnlyList<string>? select = null)
    {
        var problems = new List<ContractProblem>();
        if (!contract.Files.HasFolder(Folder))
        {
            throw new ContractException([new ContractProblem(Folder, string.Empty, $"there is no such folder in {contract.Files.Origin}", "Restore it from the repository")]);
        }

        var unwanted = contract.Operations.Where(operation => select is not null && !operation.Matches(select)).Select(operation => $"{Folder}/{operation.Id}/").ToHashSet(StringComparer.Ordinal);
        var files = JsonFiles.Read(contract.Files, Folder, problems, name => !unwanted.Contains(name[..(name.LastIndexOf('/') + 1)]));
        var meta = new MetaSchemas(contract.Schemas);
        var operations = contract.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        var fixtures = new List<Fixture>();
        foreach (var file in files.Where(file => file.Folder is not (ErrorFolder or FaultFolder or WorldFolder)))
        {
            if (Read(file, meta, operations, problems) is { } fixture)
            {
                fixtures.Add(fixture);
            }
        }

        var errors = ReadErrors(files.Where(file => file.Folder == ErrorFolder), meta, problems);
        problems.AddRange(Ambiguous(fixtures));
        return problems.Count == 0 ? new FixtureCatalog(fixtures, errors) : throw new ContractException(problems);
    }

    private static Fixture? Read(JsonFile file, MetaSchemas meta, Dictionary<string, Operation> operations, List<ContractProblem> problems)
    {
        var found = meta.Check("fixture", file.Name, file.Content).ToList();
        var id = file.Folder.Length > Folder.Length ? file.Folder[(Folder.Length + 1)..] : string.Empty;
        if (!operations.TryGetValue(id, out var operation))
        {
            found.Add(new ContractProblem(file.Name, string.Empty, $"there is no operation '{id}'", "Move the file to fixtures/<area>/<operation>/"));
        }

        problems.AddRange(found);
        if (operation is null || found.Count > 0)
        {
            return null;
        }

        var request = file.Content.GetProperty("request");
        var fixture = new Fixture
        {
            Operation = operation,
            Case = file.FileName[..^".json".Length],
            File = file.Name,
            Title = file.Content.GetProperty("title").GetString()!,
            PathValues = Values(request, "path"),
            Query = Values(request, "query"),
            RequestBody = request.TryGetProperty("body", out var body) ? body : null,
            Answer = Answer(file.Content, operation.AnswerMediaType),
        };
        var missing = operation.Path.Names.Except(fixture.PathValues.Keys).ToList();
        problems.AddRange(missing.Select(name => new ContractProblem(file.Name, "/request/path", $"the path parameter '{name}' has no value", "Add it")));
        problems.AddRange(fixture.PathValues.Keys.Except(operation.Path.Names).Select(name =>
            new ContractProblem(file.Name, JsonPointer.Append("/request/path", name), $"the operation has no path parameter '{name}'", "Correct its spelling")));
        var unusable = fixture.PathValues.Where(pair => !PathTemplate.IsSegment(pair.Value)).ToList();
        problems.AddRange(unusable.Select(pair => new ContractProblem(file.Name, JsonPointer.Append("/request/path", pair.Key), $"a path cannot hold the value '{pair.Value}'", "Write another value")));
        problems.AddRange(Misplaced(file.Name, fixture.Answer));
        return missing.Count == 0 && unusable.Count == 0 ? fixture : null;
    }

    private static Dictionary<string, AnswerTemplate> ReadErrors(IEnumerable<JsonFile> files, MetaSchemas meta, List<ContractProblem> problems)
    {
        var errors = new Dictionary<string, AnswerTemplate>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var found = meta.Check("error-fixture", file.Name, file.Content).ToList();
            problems.AddRange(found);
            if (found.Count == 0)
            {
                var answer = Answer(file.Content, Operation.JsonMediaType);
                problems.AddRange(Misplaced(file.Name, answer));
                errors[file.FileName[..^".json".Length]] = answer;
            }
        }

        problems.AddRange(ErrorCause.All.Where(cause => !errors.ContainsKey(cause) && !problems.Exists(problem => problem.File == $"{ErrorFolder}/{cause}.json"))
            .Select(cause => new ContractProblem($"{ErrorFolder}/{cause}.json", string.Empty, "the file is missing", "Restore it from the repository")));
        return errors;
    }

    // Two fixtures that the mock cannot tell apart would make one of them unreachable.
    private static IEnumerable<ContractProblem> Ambiguous(IEnumerable<Fixture> fixtures) =>
        fixtures
            .GroupBy(fixture => (fixture.Operation.Method, fixture.ToExchange().Request.Url.PathAndQuery, Body: fixture.RequestBody?.GetRawText()))
            .SelectMany(group => group.Skip(1).Select(second =>
                new ContractProblem(second.File, "/request", $"the request is the same as in {group.First().File}", "Give it another id, query or body")));

    private static AnswerTemplate Answer(JsonElement file, string mediaType)
    {
        var answer = file.GetProperty("answer");
        return new AnswerTemplate(
            answer.GetProperty("status").GetInt32(),
            answer.TryGetProperty("contentType", out var contentType) ? contentType.GetString()! : mediaType,
            answer.TryGetProperty("body", out var body) ? body : null,
            answer.TryGetProperty("text", out var text) ? text.GetString() : null)
        {
            Languages = Languages(answer),
        };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Languages(JsonElement answer) =>
        answer.TryGetProperty("languages", out var languages)
            ? languages.EnumerateObject().ToDictionary(
                language => language.Name,
                IReadOnlyDictionary<string, string> (language) => language.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal),
                StringComparer.OrdinalIgnoreCase)
            : [];

    // A text for a place that the body lacks would never be sent.
    private static IEnumerable<ContractProblem> Misplaced(string file, AnswerTemplate answer) =>
        answer.Languages
            .SelectMany(language => language.Value.Keys.Select(pointer => (Language: language.Key, Pointer: pointer)))
            .Where(text => text.Pointer.Length == 0 || text.Pointer[0] != '/' || answer.Json is not { } body || JsonPointer.Find(body, text.Pointer) is not { ValueKind: JsonValueKind.String })
            .Select(text => new ContractProblem(file, $"/answer/languages/{text.Language}", $"the body has no text at '{text.Pointer}'", "Correct the pointer"));

    private static Dictionary<string, string> Values(JsonElement request, string member) =>
        request.TryGetProperty(member, out var values)
            ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : value.Value.GetRawText(), StringComparer.Ordinal)
            : [];
}
