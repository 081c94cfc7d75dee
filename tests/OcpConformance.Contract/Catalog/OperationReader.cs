using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Rules;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Reads an operation file, which has passed its meta schema, and derives its requirements.</summary>
internal sealed class OperationReader
{
    private const string DataPlace = "/data";

    private readonly JsonFile file;
    private readonly SchemaStore store;
    private readonly string pageFile;
    private readonly string id;
    private readonly string page;
    private readonly RequirementDeriver deriver;

    private OperationReader(JsonFile file, SchemaStore store, string pageFile, Release release)
    {
        this.file = file;
        this.store = store;
        this.pageFile = pageFile;
        id = $"{file.Folder[(file.Folder.LastIndexOf('/') + 1)..]}/{file.FileName[..file.FileName.IndexOf('.', StringComparison.Ordinal)]}";
        page = file.Content.GetProperty("source").GetProperty("page").GetString()!;
        deriver = new RequirementDeriver(store, id, page, release);
    }

    public static Operation Read(JsonFile file, SchemaStore store, string pageFile, Release release) => new OperationReader(file, store, pageFile, release).Read();

    /// <summary>Checks the schemas inside an operation file, whatever its form.</summary>
    public static IEnumerable<ContractProblem> Lint(JsonFile file)
    {
        var problems = new List<ContractProblem>();
        var lint = new SchemaLint(file.Name, problems);
        CheckSchemas("/request/parameters", "schema", partial: false);
        CheckSchemas("/rules", "schema", partial: true);
        CheckSchema("/request/body/schema");
        CheckSchema("/answer/data");
        problems.AddRange(RuleLint.Check(file.Name, file.Content));
        return problems;

        void CheckSchema(string place)
        {
            if (JsonPointer.Find(file.Content, place) is { } schema)
            {
                lint.Check(schema, place);
            }
        }

        void CheckSchemas(string list, string member, bool partial)
        {
            for (var index = 0; JsonPointer.Find(file.Content, JsonPointer.Append(list, index)) is { } entry; index++)
            {
                if (JsonPointer.Find(entry, $"/{member}") is { } schema)
                {
                    lint.Check(schema, $"{list}/{index}/{member}", partial);
                }
            }
        }
    }

    private Operation Read()
    {
        var request = file.Content.GetProperty("request");
        var answer = file.Content.GetProperty("answer");
        var shape = Enum.Parse<AnswerShape>(answer.GetProperty("shape").GetString()!, ignoreCase: true);
        return new Operation
        {
            Id = id,
            Title = file.Content.GetProperty("title").GetString()!,
            File = file.Name,
            Source = ReadSource(file.Content.GetProperty("source")),
            Effect = Enum.Parse<Effect>(file.Content.GetProperty("effect").GetString()!, ignoreCase: true),
            Permission = Text(file.Content, "permission"),
            NeedsCredentials = Text(file.Content, "authentication") != "none",
            Method = request.GetProperty("method").GetString()!,
            Path = new PathTemplate(request.GetProperty("path").GetString()!),
            Parameters = [.. ListIn(request, "parameters").Select(ReadParameter)],
            BodySchema = request.TryGetProperty("body", out var body) ? body.GetProperty("schema") : null,
            BodyMediaType = request.TryGetProperty("body", out body) ? MediaType(body) : Operation.JsonMediaType,
            Shape = shape,
            AnswerMediaType = MediaType(answer),
            DataPresence = shape is AnswerShape.None or AnswerShape.Bare ? null : deriver.Presence(file.Name, string.Empty, "data", Level.Must),
            Data = DeriveData(shape, answer),
            Rules = [.. ListIn(file.Content, "rules").Select(ReadRule)],
        };
    }

    private RequirementTree? DeriveData(AnswerShape shape, JsonElement answer)
    {
        var item = answer.TryGetProperty("data", out var data) ? data.GetRawText() : "{}";
        var (text, place) = shape switch
        {
            AnswerShape.Object => (item, DataPlace),
            AnswerShape.List => (ListSchema(item, page: null), DataPlace),
            AnswerShape.Page => (ListSchema(item, PageReference()), DataPlace),
            AnswerShape.Bare => (item, string.Empty),
            _ => (null, string.Empty),
        };
        if (text is null)
        {
            return null;
        }

        using var schema = JsonDocument.Parse(text);
        var node = deriver.Derive(file.Name, schema.RootElement.Clone(), place);
        var derived = deriver.Requirements.Where(requirement => requirement.Place != DataPlace || requirement.Keyword != "required").ToList();
        return new RequirementTree(node, derived);
    }

    private static string MediaType(JsonElement content) =>
        (Text(content, "contentType") ?? Operation.JsonMediaType).Split(';')[0].Trim().ToLowerInvariant();

    private static string ListSchema(string item, string? page)
    {
        var (required, member) = page is null ? (string.Empty, string.Empty) : (",\"page\"", $",\"page\":{{\"$ref\":\"{page}\"}}");
        return $$"""{"type":"object","properties":{"contents":{"type":"array","items":{{item}}}{{member}}},"required":["contents"{{required}}]}""";
    }

    private string PageReference() =>
        string.Concat(Enumerable.Repeat("../", file.Folder.Count(character => character == '/') + 1)) + pageFile;

    private Rule ReadRule(JsonElement rule)
    {
        var requirement = Requirement.OfRule(
            id,
            rule.GetProperty("id").GetString()!,
            RuleSentence.Of(rule),
            Enum.Parse<Level>(rule.GetProperty("level").GetString()!, ignoreCase: true),
            RuleReader.KindOf(rule) == RuleReader.InLanguage ? CheckKind.Language : CheckKind.Semantics,
            page,
            file.Name);
        return new Rule(requirement, RuleReader.Read(rule, store, file.Name));
    }

    private static Parameter ReadParameter(JsonElement parameter)
    {
        var place = Enum.Parse<ParameterPlace>(parameter.GetProperty("in").GetString()!, ignoreCase: true);
        return new Parameter(
            parameter.GetProperty("name").GetString()!,
            place,
            place == ParameterPlace.Path || (parameter.TryGetProperty("required", out var required) && required.GetBoolean()),
            parameter.GetProperty("schema"),
            Text(parameter, "resource"),
            parameter.TryGetProperty("live", out var live) ? live : null);
    }

    /// <summary>Where an operation file says that the operation is documented.</summary>
    public static OperationSource ReadSource(JsonElement source) => new(
        source.GetProperty("page").GetString()!,
        Text(source, "document"),
        Release(source, "since")!,
        Release(source, "until"),
        source.TryGetProperty("assumed", out var assumed) && assumed.GetBoolean(),
        source.TryGetProperty("editions", out var editions)
            ? [.. editions.EnumerateArray().Select(edition => Enum.Parse<Edition>(edition.GetString()!, ignoreCase: true))]
            : Enum.GetValues<Edition>());

    private static Version? Release(JsonElement source, string member) =>
        Text(source, member) is { } text ? Version.Parse(text.AsSpan()) : null;

    private static IEnumerable<JsonElement> ListIn(JsonElement value, string member) =>
        value.TryGetProperty(member, out var list) ? list.EnumerateArray() : [];

    private static string? Text(JsonElement value, string member) => value.TryGetProperty(member, out var text) ? text.GetString() : null;
}
