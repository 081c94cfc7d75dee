using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace OcpConformance.SelfTests.Oracle;

/// <summary>A schema of whole answers as NJsonSchema alone reads it: with its own reader, formats and comparisons.</summary>
internal sealed class WholeSchema
{
    // Made without settings, a validator of NJsonSchema checks no format.
    private static readonly JsonSchemaValidator Validator = new(new JsonSchemaValidatorSettings());

    private readonly JsonSchema schema;

    public WholeSchema(string text) => schema = JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();

    public LibraryVerdict Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            var errors = Validator.Validate(Read(body), schema).SelectMany(Innermost).ToList();
            return errors.Count == 0 ? LibraryVerdict.Accepts
                : errors.TrueForAll(IsOfNoObject) ? LibraryVerdict.MissesMembersOfNoObject
                : LibraryVerdict.Rejects;
        }
        catch (InvalidCastException)
        {
            return LibraryVerdict.Throws;
        }
    }

    private static bool IsOfNoObject(ValidationError error) => error is { Kind: ValidationErrorKind.PropertyRequired, Token: not JObject };

    private static IEnumerable<ValidationError> Innermost(ValidationError error) =>
        error is ChildSchemaValidationError child ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Innermost) : [error];

    // The contract takes null for absent, which JSON Schema has no word for.
    private static JToken Read(ReadOnlyMemory<byte> body)
    {
        using var text = new StringReader(Encoding.UTF8.GetString(body.Span));
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        if (token is JContainer container)
        {
            var absent = container.Descendants().OfType<JProperty>().Where(member => member.Value.Type == JTokenType.Null).ToList();
            absent.ForEach(member => member.Remove());
        }

        return token;
    }
}
