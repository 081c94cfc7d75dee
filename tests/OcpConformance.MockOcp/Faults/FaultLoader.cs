using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.MockOcp.Faults;

/// <summary>Reads faults from JSON files of the form of schemas/meta/fault.schema.json.</summary>
public static class FaultLoader
{
    /// <summary>Folder of the faults, relative to the root of the contract.</summary>
    public const string Folder = "fixtures/faults";

    private const string Ending = ".json";

    /// <summary>The names of all faults, in order.</summary>
    public static IEnumerable<string> Names(ContractCatalog contract) =>
        contract.Files.Names(Folder).Select(file => file[(Folder.Length + 1)..^Ending.Length]);

    /// <summary>Reads one fault.</summary>
    /// <param name="contract">The contract with the meta schema.</param>
    /// <param name="file">The path of its file, or one of <see cref="Names"/>.</param>
    /// <exception cref="ContractException">There is no such file, or it breaks the meta schema.</exception>
    public static Fault Load(ContractCatalog contract, string file) =>
        File.Exists(file) ? Read(contract, file, File.ReadAllBytes(file))
        : Names(contract).Contains(file, StringComparer.Ordinal) ? Read(contract, file + Ending, contract.Files.Read($"{Folder}/{file}{Ending}"))
        : throw Refused(file, "there is no such fault", $"Name a file, or one of {Folder}: {string.Join(", ", Names(contract))}");

    /// <summary>Reads one fault.</summary>
    /// <param name="contract">The contract with the meta schema.</param>
    /// <param name="name">What it is called in messages; a path is shortened to the name of the file.</param>
    /// <param name="json">The content of its file.</param>
    /// <exception cref="ContractException">It is no JSON, or breaks the meta schema.</exception>
    public static Fault Read(ContractCatalog contract, string name, ReadOnlyMemory<byte> json)
    {
        var reading = StrictJson.Read(json);
        if (reading.Value is not { } content)
        {
            throw Refused(name, reading.Detail, "Correct the JSON");
        }

        var problems = new MetaSchemas(contract.Schemas).Check("fault", name, content).ToList();
        problems.AddRange(FaultLint.Check(name, content));
        return problems.Count == 0 ? Read(Path.GetFileNameWithoutExtension(name), content) : throw new ContractException(problems);
    }

    private static Fault Read(string name, JsonElement file)
    {
        var on = file.GetProperty("on");
        var answer = file.GetProperty("answer");
        var expect = file.GetProperty("expect");
        return new Fault
        {
            Name = name,
            Title = file.GetProperty("title").GetString()!,
            Outcome = on.GetProperty("outcome").GetString()!,
            Operation = Text(on, "operation"),
            AnswerAs = Text(answer, "as"),
            Status = answer.TryGetProperty("status", out var status) ? status.GetInt32() : null,
            Headers = Members(answer, "headers").ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase),
            Set = Members(answer, "set").ToDictionary(member => member.Name, member => JsonNode.Parse(member.Value.GetRawText()), StringComparer.Ordinal),
            Remove = [.. Items(answer, "remove").Select(item => item.GetString()!)],
            Body = Text(answer, "text") is { } text ? Encoding.UTF8.GetBytes(text) : Text(answer, "base64") is { } encoded ? Convert.FromBase64String(encoded) : null,
            Prepend = Text(answer, "prepend") ?? string.Empty,
            Append = Text(answer, "append") ?? string.Empty,
            DropLastBytes = answer.TryGetProperty("dropLastBytes", out var dropped) ? dropped.GetInt32() : 0,
            ClockSkew = TimeSpan.FromSeconds(answer.TryGetProperty("clockSkewSeconds", out var skew) ? skew.GetInt32() : 0),
            Admits = [.. Items(answer, "admits").Select(item => item.GetString()!)],
            Paging = Text(answer, "paging") is { } paging ? Word<PagingFault>(paging) : null,
            State = Text(answer, "state") is { } state ? Word<StateFault>(state) : null,
            IgnoresLanguage = answer.TryGetProperty("ignoresLanguage", out var ignores) && ignores.GetBoolean(),
            Abort = answer.TryGetProperty("abort", out var abort) && abort.GetBoolean(),
            ExpectedLevel = expect.GetProperty("level").GetString()!,
            ExpectedViolations = [.. Items(expect, "violates").Select(item => item.GetString()!)],
        };
    }

    private static ContractException Refused(string file, string problem, string remedy) =>
        new([new ContractProblem(file, string.Empty, problem, remedy)]);

    private static string? Text(JsonElement value, string member) => value.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static T Word<T>(string word)
        where T : struct => Enum.Parse<T>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    private static IEnumerable<JsonProperty> Members(JsonElement value, string member) =>
        value.TryGetProperty(member, out var members) ? members.EnumerateObject() : [];

    private static IEnumerable<JsonElement> Items(JsonElement value, string member) =>
        value.TryGetProperty(member, out var items) ? items.EnumerateArray() : [];
}
