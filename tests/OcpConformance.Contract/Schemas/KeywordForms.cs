using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>The form that the value of a keyword must have, whatever it says.</summary>
internal static class KeywordForms
{
    private static readonly Dictionary<string, (Func<JsonElement, bool> Fits, string Form, string Remedy)> Forms = Table();

    /// <summary>What is wrong with the form of a value, and what to write in its place; null where the form is right.</summary>
    public static (string Problem, string Remedy)? Check(JsonProperty keyword) =>
        Forms.TryGetValue(keyword.Name, out var form) && !form.Fits(keyword.Value) ? ($"{Excerpt.Of(keyword.Value)} is no {form.Form}", form.Remedy) : null;

    private static Dictionary<string, (Func<JsonElement, bool> Fits, string Form, string Remedy)> Table()
    {
        var table = new Dictionary<string, (Func<JsonElement, bool> Fits, string Form, string Remedy)>(StringComparer.Ordinal)
        {
            ["uniqueItems"] = (value => value.ValueKind is JsonValueKind.True or JsonValueKind.False, "boolean", "Write true or false"),
            ["x-enum-since"] = (value => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(member => IsVersion(member.Value)), "object of releases", "Write a release like 4.2.2 for each value"),
            [SchemaDialect.EnumKnown] =
                (IsKnownValues, "object of sources", "Write for each value where it was seen, like { \"VALUE\": \"owner/repository: File.java\" }"),
            ["x-erratum"] = (IsErratum, "erratum", "Write an object with the texts documented and shown"),
        };
        Add(IsText, "text", "Write a text that is not empty", "title", "description", "$schema", "$ref");
        Add(value => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _), "number that can be compared", "Write a number without quotes, of at most 28 digits", "minimum", "maximum");
        Add(value => value.ValueKind == JsonValueKind.Object, "object", "Write an object with a schema for each name", "properties", "definitions");
        Add(value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText), "list of names", "Write a list of names", "required", "x-expected");
        Add(value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0, "list of schemas", "Write a list of schemas", "allOf", "anyOf", "oneOf");
        Add(value => value.ValueKind == JsonValueKind.String && value.GetString() is "must" or "should", "level", "Write must or should", "x-level", "x-closed-level");
        Add(IsVersion, "release", "Write a release like 4.2.2", "x-since", "x-until", "x-must-since");
        return table;

        void Add(Func<JsonElement, bool> fits, string form, string remedy, params ReadOnlySpan<string> keywords)
        {
            foreach (var keyword in keywords)
            {
                table.Add(keyword, (fits, form, remedy));
            }
        }
    }

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0;

    private static bool IsVersion(JsonElement value) => value.ValueKind == JsonValueKind.String && Version.TryParse(value.GetString(), out _);

    private static bool IsKnownValues(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().Any()
        && value.EnumerateObject().All(known => known.Name.Length > 0 && IsText(known.Value));

    private static bool IsErratum(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("documented", out var documented) && IsText(documented)
        && value.TryGetProperty("shown", out var shown) && IsText(shown);
}
