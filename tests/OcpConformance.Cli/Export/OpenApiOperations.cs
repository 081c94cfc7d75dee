using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Cli.Export;

/// <summary>The operation objects: what OpenAPI has no word for goes into the description and into extensions.</summary>
/// <param name="contract">The contract.</param>
/// <param name="schemas">The schemas that operations refer to.</param>
internal sealed class OpenApiOperations(ContractCatalog contract, ComponentSchemas schemas)
{
    private readonly HashSet<string> operationIds = new(StringComparer.OrdinalIgnoreCase);
    private readonly OpenApiResponses responses = new(schemas);

    /// <summary>The operation object.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="pathNames">From the name of each path parameter to the one in the path item.</param>
    public JsonObject Object(Operation operation, IReadOnlyDictionary<string, string> pathNames)
    {
        var file = contract.Schemas.Files[operation.File];
        var result = new JsonObject
        {
            ["tags"] = new JsonArray(operation.Area),
            ["summary"] = operation.Title,
            ["description"] = Describe(operation),
            ["operationId"] = OpenApiNames.Take(OpenApiNames.CamelCase(operation.Id), operationIds),
        };
        if (operation.Parameters.Count > 0)
        {
            result["parameters"] = new JsonArray([.. file.GetProperty("request").GetProperty("parameters").EnumerateArray().Select(parameter => Parameter(operation, parameter, pathNames))]);
        }

        if (JsonPointer.Find(file, "/request/body") is { } body)
        {
            result["requestBody"] = Body(operation, body);
        }

        result["responses"] = responses.Of(operation, file.GetProperty("answer"));
        if (!operation.NeedsCredentials)
        {
            result["security"] = new JsonArray();
        }

        AddExtensions(result, operation, file);
        return result;
    }

    private static string Describe(Operation operation)
    {
        var source = operation.Source;
        List<string> lines =
        [
            $"- Permission: {operation.Permission ?? "none is documented"}",
            $"- Effect: {Word(operation.Effect)}",
            $"- Since: {source.Since}{(source.Assumed ? " (assumed)" : string.Empty)}",
        ];
        if (source.Until is { } until)
        {
            lines.Add($"- Until: {until}");
        }

        if (source.Editions.Count < Enum.GetValues<Edition>().Length)
        {
            lines.Add($"- Editions: {string.Join(", ", source.Editions.Select(Word))}");
        }

        lines.Add($"- Page: {source.Page}");
        return string.Join('\n', lines);
    }

    private JsonObject Parameter(Operation operation, JsonElement parameter, IReadOnlyDictionary<string, string> pathNames)
    {
        var documented = parameter.GetProperty("name").GetString()!;
        var place = parameter.GetProperty("in").GetString()!;
        var name = place == "path" ? pathNames[documented] : documented;
        var schema = schemas.Converter.Convert(operation.File, parameter.GetProperty("schema"));
        var result = new JsonObject { ["name"] = name, ["in"] = place };
        // The words of the schema are those of the parameter, which is where readers look for them.
        if (schema.Remove("description", out var description))
        {
            result["description"] = description;
        }

        result["required"] = place == "path" || Flag(parameter, "required");
        if (Flag(parameter, "deprecated"))
        {
            result["deprecated"] = true;
        }

        if (place == "query" && MayBeArray(parameter.GetProperty("schema")))
        {
            result["style"] = "form";
            result["explode"] = false;
        }

        result["schema"] = schema;
        if (name != documented)
        {
            result["x-documented-name"] = documented;
        }

        if (parameter.TryGetProperty("resource", out var resource))
        {
            result["x-resource"] = resource.GetString();
        }

        return result;
    }

    private JsonObject Body(Operation operation, JsonElement body)
    {
        var mediaType = body.TryGetProperty("contentType", out var type) ? type.GetString()! : Operation.JsonMediaType;
        var schema = schemas.Converter.Convert(operation.File, body.GetProperty("schema"));
        return new JsonObject
        {
            ["required"] = Flag(body, "required"),
            ["content"] = new JsonObject { [mediaType] = new JsonObject { ["schema"] = schema } },
        };
    }

    private static void AddExtensions(JsonObject result, Operation operation, JsonElement file)
    {
        result["x-operation"] = operation.Id;
        result["x-effect"] = Word(operation.Effect);
        if (operation.Permission is { } permission)
        {
            result["x-permission"] = permission;
        }

        result["x-source"] = JsonNode.Parse(file.GetProperty("source").GetRawText());
        if (operation.Rules.Count > 0)
        {
            result["x-rules"] = new JsonArray([.. operation.Rules.Select(rule => new JsonObject
            {
                ["id"] = rule.Requirement.Keyword,
                ["level"] = Word(rule.Requirement.Level),
                ["sentence"] = rule.Requirement.Sentence.Text,
            })]);
        }

        if (file.TryGetProperty("errata", out var errata))
        {
            result["x-errata"] = JsonNode.Parse(errata.GetRawText());
        }
    }

    private static bool MayBeArray(JsonElement schema) => schema.TryGetProperty("type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(each => each.ValueEquals("array")) : type.ValueEquals("array"));

    private static bool Flag(JsonElement value, string member) => value.TryGetProperty(member, out var flag) && flag.GetBoolean();

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
