using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.SelfTests.Support;

/// <summary>A contract of its own in a temporary folder: meta schemas and envelope of this repository, the rest as a test writes it.</summary>
internal sealed class TemporaryContract : IDisposable
{
    public const string Structure = "schemas/sample/Sample.schema.json";
    public const string Operation = "schemas/sample/query-sample.operation.json";

    public TemporaryContract()
    {
        Root = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        foreach (var folder in new[] { "schemas/meta", "schemas/envelope" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Project.Root, folder)))
            {
                Write($"{folder}/{Path.GetFileName(file)}", File.ReadAllText(file));
            }
        }

        Write("schemas/resources.json", """{"probe":"/api/v2/time","unknownPath":"/api/v2/none","resources":{"cluster.id":{"title":"a cluster","setting":"OCP_CLUSTER_ID"}}}""");
        Directory.CreateDirectory(Path.Combine(Root, "fixtures"));
    }

    public string Root { get; }

    /// <summary>An operation whose data is the structure.</summary>
    public static string OperationText(string path = "/api/v2/sample/{id}") => $$"""
        {
          "title": "Query a sample",
          "source": { "page": "Query a sample", "since": "4.0.0" },
          "effect": "read",
          "request": { "method": "GET", "path": "{{path}}", "parameters": [{ "name": "id", "in": "path", "schema": { "type": "integer" }, "resource": "cluster.id" }] },
          "answer": { "shape": "object", "data": { "$ref": "Sample.schema.json" } }
        }
        """;

    public TemporaryContract Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Writes the one operation, and its structure as given.</summary>
    public TemporaryContract WithStructure(string structure) => Write(Operation, OperationText()).Write(Structure, structure);

    public ContractCatalog Load() => ContractLoader.Load(Root);

    /// <summary>What loading reports.</summary>
    public IReadOnlyList<ContractProblem> Problems()
    {
        try
        {
            Load();
            return [];
        }
        catch (ContractException exception)
        {
            return exception.Problems;
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
