using System.Text.Json.Nodes;
using OcpConformance.Cli.Export;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Support;

/// <summary>An exported document, read again.</summary>
internal sealed class OpenApiDocument
{
    public OpenApiDocument(ContractCatalog contract)
    {
        Text = OpenApiExport.Text(contract, "1.2.3");
        Root = JsonNode.Parse(Text)!.AsObject();
    }

    public string Text { get; }

    public JsonObject Root { get; }

    /// <summary>Path, method and operation object of all operations.</summary>
    public IEnumerable<(string Path, string Method, JsonNode Operation)> Operations =>
        Root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => (path.Key, method.Key, method.Value!)));

    /// <summary>A component schema as compact JSON.</summary>
    public string Schema(string name) => Root["components"]!["schemas"]![name]!.ToJsonString(CompactJson.Options);

    /// <summary>All references of the document.</summary>
    public IEnumerable<string> References() => References(Root);

    /// <summary>What a reference leads to; null where there is nothing.</summary>
    public JsonNode? Resolve(string reference) =>
        JsonPointer.Split(reference.TrimStart('#')).Aggregate((JsonNode?)Root, (node, token) => node?[token]);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => member.Key == "$ref" && member.Value is JsonValue ? [member.Value.ToString()] : References(member.Value)),
        JsonArray values => values.SelectMany(References),
        _ => [],
    };
}
