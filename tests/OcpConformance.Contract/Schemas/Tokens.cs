using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace OcpConformance.Contract.Schemas;

/// <summary>Turns strictly read JSON into the tokens that NJsonSchema judges, without reading any text a second time.</summary>
internal static class Tokens
{
    private static readonly JArray NoItems = [];
    private static readonly JObject NoMembers = [];

    /// <summary>The value alone: arrays and objects come without their content.</summary>
    public static JToken Shallow(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => NoMembers,
        JsonValueKind.Array => NoItems,
        _ => Scalar(value),
    };

    /// <summary>An object that has the member names of a value and nothing in them; null members are absent.</summary>
    public static JObject Names(JsonElement value)
    {
        var names = new JObject();
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                names[member.Name] = true;
            }
        }

        return names;
    }

    /// <summary>An array with as many items as the value has.</summary>
    public static JArray Items(JsonElement value) => [.. Enumerable.Repeat(true, value.GetArrayLength())];

    /// <summary>An array of texts that are equal exactly where the items of the value are the same JSON value.</summary>
    public static JArray Identities(JsonElement value) =>
        [.. value.EnumerateArray().Select(item => Sorted(item).ToString(Newtonsoft.Json.Formatting.None))];

    /// <summary>The whole value; null members are left out, because null and absent mean the same.</summary>
    public static JToken Deep(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JObject(value.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => new JProperty(member.Name, Deep(member.Value)))),
        JsonValueKind.Array => new JArray(value.EnumerateArray().Select(Deep)),
        _ => Scalar(value),
    };

    /// <summary>The whole value as it is written, for files of the contract, in which null stands for nothing.</summary>
    public static JToken Exact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JObject(value.EnumerateObject().Select(member => new JProperty(member.Name, Exact(member.Value)))),
        JsonValueKind.Array => new JArray(value.EnumerateArray().Select(Exact)),
        _ => Scalar(value),
    };

    /// <summary>A string with one character for each Unicode code point, because NJsonSchema counts UTF-16 units.</summary>
    public static JValue OneCharacterEach(JsonElement value) => new(new string('x', value.GetString()!.EnumerateRunes().Count()));

    private static JToken Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JObject(value.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => new JProperty(member.Name, Sorted(member.Value)))),
        JsonValueKind.Array => new JArray(value.EnumerateArray().Select(Sorted)),
        _ => Scalar(value),
    };

    private static JValue Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JValue.CreateString(value.GetString()),
        JsonValueKind.True => new JValue(true),
        JsonValueKind.False => new JValue(false),
        JsonValueKind.Number => Number(value),
        _ => JValue.CreateNull(),
    };

    // An integer beyond 64 bits becomes a number with fraction: no documented integer type holds it, and NJsonSchema would throw.
    private static JValue Number(JsonElement value) =>
        value.TryGetInt64(out var integer) ? new JValue(integer)
        : value.TryGetDecimal(out var number) ? new JValue(number)
        : new JValue(double.Parse(value.GetRawText(), CultureInfo.InvariantCulture));
}
