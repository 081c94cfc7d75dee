using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Checking;

/// <summary>Checks the body of a request as far as a server does before it works: media type, JSON, type, required members.</summary>
/// <param name="store">Where references lead.</param>
/// <param name="file">The operation file.</param>
/// <param name="schema">Schema of the body.</param>
/// <param name="required">Whether there must be a body.</param>
internal sealed class BodyCheck(SchemaStore store, string file, JsonElement schema, bool required)
{
    /// <summary>The check for an operation; null where it takes no JSON body.</summary>
    public static BodyCheck? Of(ContractCatalog contract, Operation operation)
    {
        if (operation.BodySchema is not { } schema || !operation.TakesJson)
        {
            return null;
        }

        var body = contract.Schemas.Files[operation.File].GetProperty("request").GetProperty("body");
        return new BodyCheck(contract.Schemas, operation.File, schema, body.TryGetProperty("required", out var required) && required.GetBoolean());
    }

    /// <summary>Why a body is rejected; null where it is taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">The body as JSON; null where it is none.</param>
    public string? Reject(IncomingRequest request, JsonElement? body) =>
        request.Body.IsEmpty ? required ? ErrorCause.MalformedBody : null
        : request.Header("Content-Type")?.Split(';')[0].Trim().Equals(Operation.JsonMediaType, StringComparison.OrdinalIgnoreCase) != true ? ErrorCause.WrongContentType
        : body is not { } value ? ErrorCause.MalformedBody
        : !HasType(value) ? ErrorCause.WrongBodyType
        : LacksMember(file, schema, value) ? ErrorCause.MissingMember
        : null;

    private bool HasType(JsonElement body)
    {
        var (_, resolved) = Resolve(file, schema);
        var kind = body.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            _ => null,
        };
        return !resolved.TryGetProperty("type", out var type)
            || (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(name => name.GetString() == kind) : type.GetString() == kind);
    }

    private bool LacksMember(string file, JsonElement schema, JsonElement value)
    {
        (file, schema) = Resolve(file, schema);
        if (value.ValueKind == JsonValueKind.Array)
        {
            return schema.TryGetProperty("items", out var items) && value.EnumerateArray().Any(item => LacksMember(file, items, item));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        return (schema.TryGetProperty("required", out var names) && names.EnumerateArray().Any(name => JsonPointer.Find(value, JsonPointer.Append(string.Empty, name.GetString()!)) is null))
            || (schema.TryGetProperty("properties", out var members) && members.EnumerateObject().Any(member =>
                value.TryGetProperty(member.Name, out var given) && LacksMember(file, member.Value, given)));
    }

    private (string File, JsonElement Schema) Resolve(string file, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            // The contract has been loaded, so every reference leads somewhere.
            (file, _, schema) = store.Resolve(file, reference.GetString()!)!.Value;
        }

        return (file, schema);
    }
}
