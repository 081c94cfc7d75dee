using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Export;

/// <summary>The responses: a success in the form of the operation, and rejections that are the same for all.</summary>
/// <param name="schemas">The schemas that responses refer to.</param>
internal sealed class OpenApiResponses(ComponentSchemas schemas)
{
    /// <summary>The responses that operations share.</summary>
    public static JsonObject Shared() => new()
    {
        [OpenApiNames.Failure] = Failure("The request was rejected, or failed"),
        [OpenApiNames.Unauthorized] = Failure("The request carries no valid credentials"),
    };

    /// <summary>The responses of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="answer">The member <c>answer</c> of its file.</param>
    public JsonObject Of(Operation operation, JsonElement answer)
    {
        var responses = new JsonObject { ["200"] = Success(operation, answer) };
        if (operation.NeedsCredentials)
        {
            responses["401"] = OpenApiNames.ResponseReference(OpenApiNames.Unauthorized);
        }

        responses["4XX"] = OpenApiNames.ResponseReference(OpenApiNames.Failure);
        responses["default"] = OpenApiNames.ResponseReference(OpenApiNames.Failure);
        return responses;
    }

    private JsonObject Success(Operation operation, JsonElement answer)
    {
        var success = Response(
            operation.Shape switch
            {
                AnswerShape.Object => "Success, with an object",
                AnswerShape.List => "Success, with a list",
                AnswerShape.Page => "Success, with a page of a list",
                AnswerShape.None => "Success, without data",
                _ => "Success, without an envelope",
            },
            operation.AnswerMediaType,
            Schema(operation, answer));
        if (answer.TryGetProperty("x-erratum", out var erratum))
        {
            success["x-erratum"] = JsonNode.Parse(erratum.GetRawText());
        }

        return success;
    }

    private JsonObject Schema(Operation operation, JsonElement answer)
    {
        var documented = answer.TryGetProperty("data", out var data) ? schemas.Converter.Convert(operation.File, data) : null;
        return operation.Shape switch
        {
            AnswerShape.None => schemas.Structure(ContractLoader.EnvelopeFile),
            AnswerShape.Bare => documented ?? (operation.AnswerMediaType == Operation.JsonMediaType ? [] : new JsonObject { ["type"] = "string" }),
            AnswerShape.Object => Envelope(documented ?? []),
            AnswerShape.List => Envelope(List(documented ?? [], page: null)),
            _ => Envelope(List(documented ?? [], schemas.Structure(ContractLoader.PageFile))),
        };
    }

    private JsonObject Envelope(JsonObject data) => new()
    {
        ["allOf"] = new JsonArray(schemas.Structure(ContractLoader.EnvelopeFile), Members(("data", data))),
    };

    private static JsonObject List(JsonObject item, JsonObject? page)
    {
        var contents = new JsonObject { ["type"] = "array", ["items"] = item };
        return page is null ? Members(("contents", contents)) : Members(("contents", contents), ("page", page));
    }

    private static JsonObject Members(params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Schema))),
        ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
    };

    private static JsonObject Failure(string description) =>
        Response(description, Operation.JsonMediaType, OpenApiNames.SchemaReference(OpenApiNames.Failure));

    private static JsonObject Response(string description, string mediaType, JsonObject schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [mediaType] = new JsonObject { ["schema"] = schema } },
    };
}
