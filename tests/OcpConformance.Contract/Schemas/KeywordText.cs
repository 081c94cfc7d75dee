using System.Text.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Schemas;

/// <summary>Keywords of JSON Schema in words, for the sentences of requirements.</summary>
internal static class KeywordText
{
    public static Message Types(JsonElement types) => Message.Of(
        "of-type",
        Argument.List((types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().ToArray() : [types]).Select(type => Message.Of($"type-{type.GetString()}"))));

    public static string Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    public static Message Bound(string keyword, JsonElement bound) => keyword switch
    {
        "minLength" => bound.GetInt32() == 1 ? Message.Of("not-empty") : Message.Of("min-characters", bound.GetRawText()),
        "maxLength" => Message.Of("max-characters", bound.GetRawText()),
        "minimum" => Message.Of("at-least", bound.GetRawText()),
        "maximum" => Message.Of("at-most", bound.GetRawText()),
        "minItems" => Message.Of("min-items", bound.GetRawText()),
        _ => Message.Of("max-items", bound.GetRawText()),
    };

    public static Message Combined(string keyword) => keyword switch
    {
        "allOf" => Message.Of("all-of"),
        "anyOf" => Message.Of("any-of"),
        "oneOf" => Message.Of("exactly-one-of"),
        _ => Message.Of("excluded"),
    };
}
