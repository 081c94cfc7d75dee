using System.Text.Json;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>Refuses values of enumerations that could not occur, or that say something twice.</summary>
/// <param name="file">The file that the schema stands in, for the messages.</param>
/// <param name="problems">Takes what is found.</param>
internal sealed partial class EnumerationLint(string file, ICollection<ContractProblem> problems)
{
    private const string EnumSince = "x-enum-since";

    /// <summary>Checks <c>enum</c> of a schema and the keywords that speak of its values.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="place">JSON pointer of the schema in its file.</param>
    /// <param name="types">Its types; none where it states none.</param>
    public void Check(JsonElement schema, string place, IReadOnlyList<string> types)
    {
        if (!schema.TryGetProperty("enum", out var values))
        {
            foreach (var companion in schema.EnumerateObject().Where(keyword => keyword.Name is EnumSince or SchemaDialect.EnumKnown))
            {
                Report(
                    JsonPointer.Append(place, companion.Name),
                    $"'{companion.Name}' has no effect without enum",
                    "List the documented values in enum, or remove the keyword");
            }

            return;
        }

        var at = JsonPointer.Append(place, "enum");
        if (types.Count == 0)
        {
            Report(at, "an enumeration without type compares values as text", "Add the type");
        }

        if (values.ValueKind != JsonValueKind.Array || values.GetArrayLength() == 0)
        {
            Report(at, "no value is listed", "List the documented values");
            return;
        }

        foreach (var value in values.EnumerateArray())
        {
            CheckValue(value, at, types);
        }

        var documented = values.EnumerateArray()
            .Where(value => value.ValueKind == JsonValueKind.String)
            .Select(value => value.GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var value in Names(schema, EnumSince).Where(value => !documented.Contains(value)))
        {
            Report(
                JsonPointer.Append(JsonPointer.Append(place, EnumSince), value),
                $"'{value}' is not among the values of enum",
                "Correct its spelling, or list it in enum");
        }

        foreach (var value in Names(schema, SchemaDialect.EnumKnown))
        {
            CheckKnown(value, JsonPointer.Append(JsonPointer.Append(place, SchemaDialect.EnumKnown), value), types, documented);
        }
    }

    private void CheckValue(JsonElement value, string at, IReadOnlyList<string> types)
    {
        if (types.Count > 0 && !types.Contains(TypeOf(value)))
        {
            Report(at, $"{value.GetRawText()} is not of the type {string.Join(" or ", types)}", "Correct the value or the type");
        }

        if (value.ValueKind == JsonValueKind.String && ReadAsTime().IsMatch(value.GetString()!))
        {
            ReportDate(at, value.GetRawText());
        }
    }

    private void CheckKnown(string value, string at, IReadOnlyList<string> types, HashSet<string> documented)
    {
        if (documented.Contains(value))
        {
            Report(at, $"'{value}' is documented already", "Keep it in enum or here, not in both");
        }
        else if (types.Count > 0 && !types.Contains("string"))
        {
            Report(at, "a value that is known is a text, and the type allows none", "Add the type string, or remove the value");
        }
        else if (ReadAsTime().IsMatch(value))
        {
            ReportDate(at, $"'{value}'");
        }
    }

    private static IEnumerable<string> Names(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var values) && values.ValueKind == JsonValueKind.Object
            ? values.EnumerateObject().Select(value => value.Name)
            : [];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    private void ReportDate(string place, string value) =>
        Report(place, $"{value} looks like a date and time, which NJsonSchema turns into another text", "Write a pattern");

    private void Report(string place, string problem, string remedy) => problems.Add(new ContractProblem(file, place, problem, remedy));

    [GeneratedRegex(@"\A([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}|/Date\()", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadAsTime();
}
