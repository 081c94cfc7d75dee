using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace OcpConformance.Contract.Schemas;

internal sealed class FormatValidator(string format) : IFormatValidator
{
    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

    public string Format => format;

    public bool IsValid(string value, JTokenType tokenType) => ValueFormats.Matches(format, value);
}
