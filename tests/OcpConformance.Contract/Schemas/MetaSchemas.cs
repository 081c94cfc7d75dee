using System.Collections.Concurrent;
using System.Text.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>Checks the files of the contract against the schemas in schemas/meta.</summary>
/// <param name="store">The files below schemas/.</param>
public sealed class MetaSchemas(SchemaStore store)
{
    /// <summary>Folder of the meta schemas.</summary>
    public const string Folder = "schemas/meta";

    private readonly ConcurrentDictionary<string, CompiledSchema> compiled = new(StringComparer.Ordinal);

    /// <summary>What a meta schema rejects in a document.</summary>
    /// <param name="kind">Name of the meta schema, like <c>operation</c>.</param>
    /// <param name="file">The file that holds the document, for the messages.</param>
    /// <param name="document">The document.</param>
    /// <exception cref="ContractException">There is no such meta schema.</exception>
    public IEnumerable<ContractProblem> Check(string kind, string file, JsonElement document)
    {
        var schema = compiled.GetOrAdd(kind, Compile);
        return schema.Rejections(Tokens.Exact(document))
            .Select(rejection => new ContractProblem(file, rejection.Place, rejection.Problem, $"{Folder}/{kind}.schema.json says what may stand here"));
    }

    private CompiledSchema Compile(string kind)
    {
        var name = $"{Folder}/{kind}.schema.json";
        return store.Files.TryGetValue(name, out var text)
            ? CompiledSchema.Of(SchemaBundle.Text(store, name, text))
            : throw new ContractException([new ContractProblem(name, string.Empty, "the file is missing", "Restore it from the repository")]);
    }
}
