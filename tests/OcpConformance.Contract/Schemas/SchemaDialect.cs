using System.Text.Json;

namespace OcpConformance.Contract.Schemas;

/// <summary>The part of JSON Schema that contract files may use, and why the rest is refused.</summary>
public static class SchemaDialect
{
    /// <summary>The keyword for values that are known although no page documents them, each with its source.</summary>
    public const string EnumKnown = "x-enum-known";

    /// <summary>Keywords that state something about a value; NJsonSchema enforces each of them.</summary>
    public static IReadOnlyCollection<string> Enforced { get; } =
    [
        "type", "enum", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems",
        "items", "properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf", "not", "$ref",
    ];

    /// <summary>Keywords that describe or organize.</summary>
    public static IReadOnlyCollection<string> Descriptive { get; } = ["$schema", "title", "description", "definitions"];

    /// <summary>Keywords of this project; schemas/README.md explains them.</summary>
    public static IReadOnlyCollection<string> Own { get; } =
        ["x-level", "x-closed-level", "x-expected", "x-erratum", "x-since", "x-until", "x-must-since", "x-enum-since", EnumKnown];

    /// <summary>The names of types that may be written.</summary>
    public static IReadOnlyCollection<string> Types { get; } = ["array", "boolean", "integer", "number", "object", "string"];

    /// <summary>The JSON types of the values that a keyword speaks of; a keyword that is not listed speaks of all.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> TypesOfKeyword { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["format"] = ["string"],
        ["pattern"] = ["string"],
        ["minLength"] = ["string"],
        ["maxLength"] = ["string"],
        ["minimum"] = ["integer", "number"],
        ["maximum"] = ["integer", "number"],
        ["items"] = ["array"],
        ["minItems"] = ["array"],
        ["maxItems"] = ["array"],
        ["uniqueItems"] = ["array"],
        ["properties"] = ["object"],
        ["required"] = ["object"],
        ["additionalProperties"] = ["object"],
        ["x-expected"] = ["object"],
    };

    /// <summary>What to write in place of a keyword that the dialect does without, mostly because NJsonSchema ignores or misreads it.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["const"] = "write an enum of one value, with its type",
        ["if"] = "write anyOf",
        ["then"] = "write anyOf",
        ["else"] = "write anyOf",
        ["contains"] = "write items, or a rule",
        ["propertyNames"] = "write additionalProperties",
        ["patternProperties"] = "write additionalProperties",
        ["dependencies"] = "write a rule with anyOf",
        ["dependentRequired"] = "write a rule with anyOf",
        ["dependentSchemas"] = "write a rule with anyOf",
        ["unevaluatedProperties"] = "write additionalProperties",
        ["unevaluatedItems"] = "write items",
        ["prefixItems"] = "write items",
        ["additionalItems"] = "write items",
        ["minContains"] = "write a rule",
        ["maxContains"] = "write a rule",
        ["minProperties"] = "write required",
        ["maxProperties"] = "write additionalProperties",
        ["multipleOf"] = "write type integer",
        ["exclusiveMinimum"] = "write minimum",
        ["exclusiveMaximum"] = "write maximum",
        ["nullable"] = "leave it out: null and absent mean the same everywhere",
        ["$defs"] = "write definitions",
        ["$id"] = "leave it out: files are named by their path",
        ["$anchor"] = "write $ref with a path",
        ["contentEncoding"] = "write pattern",
        ["contentMediaType"] = "write pattern",
    };

    /// <summary>The values that a schema accepts: those of its <c>enum</c>, then those that are known although undocumented.</summary>
    /// <param name="schema">A schema with <c>enum</c>.</param>
    public static IEnumerable<JsonElement> AcceptedValues(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Concat(KnownValues(schema).Select(value => JsonSerializer.SerializeToElement(value)));

    /// <summary>The values of a schema that are known although undocumented.</summary>
    public static IEnumerable<string> KnownValues(JsonElement schema) =>
        schema.TryGetProperty(EnumKnown, out var known) ? known.EnumerateObject().Select(value => value.Name) : [];

    /// <summary>A pattern of the dialect (anchored, ECMA) as .NET needs it, where <c>$</c> would accept a line feed behind the end.</summary>
    public static string ToDotNet(string pattern) => $@"\A(?:{pattern[1..^1]})\z";
}
