using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>
/// Refuses in a schema whatever NJsonSchema would ignore, misread or throw at, so that no statement is without effect.
/// </summary>
/// <param name="file">The file that the schema stands in, for the messages.</param>
/// <param name="problems">Takes what is found.</param>
public sealed class SchemaLint(string file, ICollection<ContractProblem> problems)
{
    /// <summary>Checks a schema and everything in it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="place">JSON pointer of the schema in its file.</param>
    /// <param name="partial">Whether it states something about parts of a value only, as rules do, and may leave types out.</param>
    public void Check(JsonElement schema, string place, bool partial = false)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            Report(place, "a schema must be an object; true and false are not supported", "Write {} for anything");
            return;
        }

        var types = CheckTypes(schema, place);
        foreach (var keyword in schema.EnumerateObject())
        {
            CheckKeyword(keyword, JsonPointer.Append(place, keyword.Name), types, partial);
        }

        CheckReference(schema, place);
        new EnumerationLint(file, problems).Check(schema, place, types);
        CheckNames(schema, place, partial);
        if (schema.TryGetProperty("x-must-since", out _) && schema.TryGetProperty("x-level", out _))
        {
            Report(JsonPointer.Append(place, "x-level"), "'x-level' has no effect beside x-must-since", "Remove it");
        }

        foreach (var (child, childPlace) in Children(schema, place))
        {
            Check(child, childPlace, partial);
        }
    }

    private static IEnumerable<(JsonElement Schema, string Place)> Children(JsonElement schema, string place)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var at = JsonPointer.Append(place, keyword.Name);
            switch (keyword.Name)
            {
                case "items" or "not":
                    yield return (keyword.Value, at);
                    break;
                case "additionalProperties" when keyword.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                    yield return (keyword.Value, at);
                    break;
                case "properties" or "definitions" when keyword.Value.ValueKind == JsonValueKind.Object:
                    foreach (var member in keyword.Value.EnumerateObject())
                    {
                        yield return (member.Value, JsonPointer.Append(at, member.Name));
                    }

                    break;
                case "allOf" or "anyOf" or "oneOf" when keyword.Value.ValueKind == JsonValueKind.Array:
                    var index = 0;
                    foreach (var branch in keyword.Value.EnumerateArray())
                    {
                        yield return (branch, JsonPointer.Append(at, index++));
                    }

                    break;
            }
        }
    }

    private static bool IsKnown(string keyword) =>
        SchemaDialect.Enforced.Contains(keyword) || SchemaDialect.Descriptive.Contains(keyword) || SchemaDialect.Own.Contains(keyword);

    private List<string> CheckTypes(JsonElement schema, string place)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return [];
        }

        var at = JsonPointer.Append(place, "type");
        var names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToList() : [type];
        if (names.Count == 0)
        {
            Report(at, "no type is listed", $"Write one of {string.Join(", ", SchemaDialect.Types)}");
        }

        foreach (var name in names.Where(name => name.ValueKind != JsonValueKind.String || !SchemaDialect.Types.Contains(name.GetString()!)))
        {
            Report(at, $"{name.GetRawText()} is no type", $"Write one of {string.Join(", ", SchemaDialect.Types)}");
        }

        return [.. names.Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)];
    }

    private void CheckKeyword(JsonProperty keyword, string place, List<string> types, bool partial)
    {
        if (SchemaDialect.Refused.TryGetValue(keyword.Name, out var instead))
        {
            Report(place, $"the keyword '{keyword.Name}' is not in the dialect of the contract", Sentence(instead));
        }
        else if (!IsKnown(keyword.Name))
        {
            Report(place, $"the keyword '{keyword.Name}' is unknown", "Correct its spelling; schemas/README.md lists the keywords");
        }
        else if (SchemaDialect.TypesOfKeyword.TryGetValue(keyword.Name, out var needed) && !needed.Any(types.Contains) && !(partial && types.Count == 0))
        {
            Report(place, $"'{keyword.Name}' has no effect without type {string.Join(" or ", needed)}", "Add the type, or remove the keyword");
        }

        if (KeywordForms.Check(keyword) is var (problem, remedy))
        {
            Report(place, problem, remedy);
        }

        if (keyword.Name is "maxItems" && keyword.Value.ValueKind == JsonValueKind.Number && keyword.Value.GetDouble() == 0)
        {
            Report(place, "NJsonSchema ignores maxItems 0", "Leave the member undocumented instead");
        }

        if (keyword.Name is "minLength" or "maxLength" or "minItems" or "maxItems"
            && (keyword.Value.ValueKind != JsonValueKind.Number || !keyword.Value.TryGetInt32(out var count) || count < 0))
        {
            Report(place, $"{keyword.Value.GetRawText()} is no count", "Write a whole number without fraction");
        }

        if (keyword.Name is "format" && !(keyword.Value.ValueKind == JsonValueKind.String && ValueFormats.Names.Contains(keyword.Value.GetString()!)))
        {
            Report(place, $"the format {keyword.Value.GetRawText()} is unknown", $"Write one of {string.Join(", ", ValueFormats.Names)}");
        }

        if (keyword.Name is "pattern" && PatternForms.Check(keyword.Value) is var (unusable, correction))
        {
            Report(place, unusable, correction);
        }
    }

    private void CheckReference(JsonElement schema, string place)
    {
        if (!schema.TryGetProperty("$ref", out _))
        {
            return;
        }

        foreach (var sibling in schema.EnumerateObject().Where(keyword => SchemaDialect.Enforced.Contains(keyword.Name) && keyword.Name != "$ref"))
        {
            Report(JsonPointer.Append(place, sibling.Name), $"'{sibling.Name}' beside $ref is ignored", "Move it to the structure that is referred to");
        }
    }

    private void CheckNames(JsonElement schema, string place, bool partial)
    {
        foreach (var list in new[] { "required", "x-expected" })
        {
            if (partial || !schema.TryGetProperty(list, out var names) || names.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var name in names.EnumerateArray())
            {
                if (name.ValueKind != JsonValueKind.String || !schema.TryGetProperty("properties", out var members)
                    || members.ValueKind != JsonValueKind.Object || !members.TryGetProperty(name.GetString()!, out _))
                {
                    Report(JsonPointer.Append(place, list), $"{name.GetRawText()} is not among the properties", "Correct its spelling");
                }
            }
        }
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private void Report(string place, string problem, string remedy) => problems.Add(new ContractProblem(file, place, problem, remedy));
}
