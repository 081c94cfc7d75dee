using System.Text.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>Keywords of JSON Schema in words, for the sentences of requirements.</summary>
internal static class KeywordText
{
    public static string Types(JsonElement types) => types.ValueKind == JsonValueKind.Array
        ? string.Join(" or ", types.EnumerateArray().Select(type => WithArticle(type.GetString()!)))
        : WithArticle(types.GetString()!);

    public static string Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    public static string Bound(string keyword, JsonElement bound) => keyword switch
    {
        "minLength" => bound.GetInt32() == 1 ? "is not empty" : $"has at least {bound} characters",
        "maxLength" => $"has at most {bound} characters",
        "minimum" => $"is at least {bound}",
        "maximum" => $"is at most {bound}",
        "minItems" => $"has at least {bound} items",
        _ => $"has at most {bound} items",
    };

    public static string Combined(string keyword) => keyword switch
    {
        "allOf" => "satisfies all of the schemas",
        "anyOf" => "satisfies at least one of the schemas",
        "oneOf" => "satisfies exactly one of the schemas",
        _ => "does not satisfy the excluded schema",
    };

    private static string WithArticle(string type) => type is "array" or "integer" or "object" ? $"an {type}" : $"a {type}";
}
