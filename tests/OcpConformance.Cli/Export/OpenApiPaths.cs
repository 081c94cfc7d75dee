using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Export;

/// <summary>
/// The path items. Templates that differ in the names of their parameters only are the same path to OpenAPI, so the names
/// of the first operation, by id, are used for all.
/// </summary>
/// <param name="operations">Makes the operations.</param>
internal sealed class OpenApiPaths(OpenApiOperations operations)
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH"];

    public JsonObject All(IEnumerable<Operation> all)
    {
        var items = all
            .GroupBy(operation => operation.Path.Form, StringComparer.Ordinal)
            .Select(group => (Template: group.First().Path, Operations: group.OrderBy(operation => Array.IndexOf(Methods, operation.Method))))
            .OrderBy(item => item.Template.Text, StringComparer.Ordinal);
        return new JsonObject(items.Select(item => KeyValuePair.Create<string, JsonNode?>(item.Template.Text, Item(item.Template, item.Operations))));
    }

    private JsonObject Item(PathTemplate template, IEnumerable<Operation> of) =>
        new(of.Select(operation => KeyValuePair.Create<string, JsonNode?>(operation.Method.ToLowerInvariant(), operations.Object(operation, Names(template, operation)))));

    // From the name in the operation's own template to the name in the shared one.
    private static Dictionary<string, string> Names(PathTemplate template, Operation operation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (own, shared) in operation.Path.Names.Zip(template.Names))
        {
            names[own] = shared;
        }

        return names;
    }
}
