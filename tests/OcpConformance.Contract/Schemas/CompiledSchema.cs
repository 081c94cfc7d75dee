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

    /// <summary>What the schema rejects in a value, each with its place as a JSON pointer.</summary>
    public IReadOnlyList<(string Place, string Problem)> Rejections(JToken value)
    {
        try
        {
            return [.. Validator.Validate(value, schema).SelectMany(Innermost).Select(error => (PlaceOf(error), ProblemOf(error)))];
        }
        catch (Exception exception) when (exception is InvalidCastException or ArgumentException or JsonException or OverflowException)
        {
            return [(string.Empty, exception.Message)];
        }
    }

    private static CompiledSchema Compile(string text) =>
        new(JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult());

    // Of several alternatives none is the right one to name; of everything else the innermost error says most.
    private static IEnumerable<ValidationError> Innermost(ValidationError error) =>
        error is ChildSchemaValidationError child && error.Kind is not (ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf)
            ? child.Errors.Values.SelectMany(list => list).SelectMany(Innermost)
            : [error];

    private static string PlaceOf(ValidationError error) =>
        (error.Path ?? string.Empty).TrimStart('#').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);

    private static string ProblemOf(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => "the member is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "the member is unknown",
        ValidationErrorKind.NotInEnumeration => $"the value is not one of {string.Join(", ", error.Schema.Enumeration)}",
        ValidationErrorKind.PatternMismatch => $"the value does not match {error.Schema.Pattern}",
        ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf or ValidationErrorKind.NoTypeValidates => "the value has none of the allowed forms",
        ValidationErrorKind.StringTooShort or ValidationErrorKind.TooFewItems => "the value is empty",
        _ => $"the value has the wrong type or size ({error.Kind})",
    };
}
