using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.MockOcp.Checking;

/// <summary>Checks the values of one parameter against its schema, as far as a query can say them: type, format, enumeration, bounds.</summary>
internal sealed class ParameterCheck
{
    private readonly IReadOnlyList<string> types;
    private readonly IReadOnlyCollection<string> values;
    private readonly ParameterCheck? items;
    private readonly string? format;
    private readonly decimal? minimum;
    private readonly decimal? maximum;

    /// <summary>Reads a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="minimum">A bound that the schema does not state; null for none.</param>
    /// <param name="capped">Whether a value above the maximum is lowered to it in place of a rejection.</param>
    public ParameterCheck(JsonElement schema, decimal? minimum = null, bool capped = false)
    {
        types = !schema.TryGetProperty("type", out var type) ? []
            : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(name => name.GetString()!)]
            : [type.GetString()!];
        values = schema.TryGetProperty("enum", out var documented)
            ? documented.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).ToHashSet(StringComparer.Ordinal)
            : [];
        items = schema.TryGetProperty("items", out var item) ? new ParameterCheck(item) : null;
        format = schema.TryGetProperty("format", out var name) ? name.GetString() : null;
        this.minimum = schema.TryGetProperty("minimum", out var least) ? least.GetDecimal() : minimum;
        maximum = !capped && schema.TryGetProperty("maximum", out var greatest) ? greatest.GetDecimal() : null;
    }

    /// <summary>Why a value is rejected; null where it is taken. The values of a list are joined by commas.</summary>
    public string? Reject(string value) =>
        items is not null ? value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(items.Reject).FirstOrDefault(cause => cause is not null)
        : types.Count > 0 && !types.Any(type => IsOf(type, value)) ? ErrorCause.Malformed
        : format is not null && !ValueFormats.Matches(format, value) ? ErrorCause.Malformed
        : values.Count > 0 && !value.Split(',').All(values.Contains) ? ErrorCause.ForeignValue
        : IsOutside(value) ? ErrorCause.OutOfRange
        : null;

    private bool IsOutside(string value) =>
        (minimum is not null || maximum is not null)
        && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && (number < minimum || number > maximum);

    private static bool IsOf(string type, string value) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "boolean" => bool.TryParse(value, out _),
        _ => true,
    };
}
