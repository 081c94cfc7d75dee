using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Export;

/// <summary>Writes the contract as one OpenAPI 3.0.3 document. The same contract gives the same text.</summary>
public static class OpenApiExport
{
    private const string Description = """
        The REST API of OceanBase Cloud Platform (OCP), derived from its documentation for conformance tests.
        This is not a document of the vendor.

        Members may be absent or null unless they are listed as required. `x-level: should` marks what only a sample shows,
        `x-expected` lists members that every sample shows, and `x-erratum` records where the documentation contradicts itself;
        the schema then accepts both readings.
        """;

    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>The document as JSON with an indentation of two spaces and a line feed at its end.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="version">What the document gives as its version.</param>
    public static string Text(ContractCatalog contract, string version)
    {
        var schemas = new ComponentSchemas(contract.Schemas);
        // Operations come before components, because what they refer to becomes a component.
        var paths = new OpenApiPaths(new OpenApiOperations(contract, schemas)).All(contract.Operations);
        var document = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = Info(contract, version),
            ["servers"] = new JsonArray(Server()),
            ["security"] = new JsonArray(new JsonObject { [OpenApiNames.Basic] = new JsonArray() }),
            ["tags"] = new JsonArray([.. contract.Operations.GroupBy(operation => operation.Area).OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => Tag(contract, area))]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.All(),
                ["responses"] = OpenApiResponses.Shared(),
                ["securitySchemes"] = new JsonObject { [OpenApiNames.Basic] = new JsonObject { ["type"] = "http", ["scheme"] = "basic" } },
            },
        };
        return document.ToJsonString(Format) + "\n";
    }

    private static JsonObject Info(ContractCatalog contract, string version) => new()
    {
        ["title"] = "OceanBase Cloud Platform (OCP) API",
        ["description"] = Description.ReplaceLineEndings("\n"),
        ["version"] = version,
        ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["url"] = "https://www.apache.org/licenses/LICENSE-2.0" },
        ["x-contract-digest"] = contract.Digest,
    };

    private static JsonObject Server() => new()
    {
        ["url"] = "https://{host}",
        ["description"] = "An OCP",
        ["variables"] = new JsonObject
        {
            ["host"] = new JsonObject { ["default"] = "ocp.example.com:8080", ["description"] = "Name or address of the OCP, with its port" },
        },
    };

    private static JsonObject Tag(ContractCatalog contract, IGrouping<string, Operation> area) => new()
    {
        ["name"] = area.Key,
        ["description"] = contract.Areas.TryGetValue(area.Key, out var description) ? description : $"The {area.Count()} operations of the area {area.Key}",
    };
}
