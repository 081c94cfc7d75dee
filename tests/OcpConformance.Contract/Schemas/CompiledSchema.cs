using System.Collections.Concurrent;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace OcpConformance.Contract.Schemas;

/// <summary>
/// A schema as NJsonSchema compiled it, once for each text. This is the only place that calls NJsonSchema: it brings
/// its own format validators, and whatever NJsonSchema throws (integers beyond 64 bits, broken patterns) rejects.
/// </summary>
internal sealed class CompiledSchema
{
    private static readonly ConcurrentDictionary<string, Lazy<CompiledSchema>> Compiled = new(StringComparer.Ordinal);

    private static readonly JsonSchemaValidator Validator = new(new JsonSchemaValidatorSettings
    {
        FormatValidators = [.. ValueFormats.Names.Select(format => new FormatValidator(format))],
        PropertyStringComparer = StringComparer.Ordinal,
    });

    private readonly JsonSchema schema;

    private CompiledSchema(JsonSchema schema) => this.schema = schema;

    /// <summary>The compiled form of a schema's text; equal texts share one.</summary>
    public static CompiledSchema Of(string text) =>
        Compiled.GetOrAdd(text, static key => new Lazy<CompiledSchema>(() => Compile(key))).Value;

    public bool Accepts(JToken value) => Rejections(value).Count == 0;

    /// <summary>What the schema rejects in a value: its place as NJsonSchema writes it, and the kind of the error.</summary>
    public IReadOnlyList<(string Place, string Problem)> Rejections(JToken value)
    {
        try
        {
            return [.. Validator.Validate(value, schema).Select(error => (PlaceOf(error), ProblemOf(error)))];
        }
        catch (Exception exception) when (exception is InvalidCastException or ArgumentException or JsonException or OverflowException)
        {
            return [(string.Empty, exception.Message)];
        }
    }

    private static CompiledSchema Compile(string text) =>
        new(JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult());

    private static string PlaceOf(ValidationError error) => (error.Path ?? string.Empty).TrimStart('#').TrimStart('/');

    private static string ProblemOf(ValidationError error) => error switch
    {
        ChildSchemaValidationError child when child.Errors.Values.SelectMany(list => list).FirstOrDefault() is { } inner =>
            $"{ProblemOf(inner)} at {PlaceOf(inner)}",
        _ => error.Kind.ToString(),
    };
}
