using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Rules;

/// <summary>Something about an object that can be counted.</summary>
/// <param name="Place">Its place in the object.</param>
/// <param name="Measure">The count for one object; null where it is absent.</param>
internal sealed record Quantity(string Place, Func<JsonElement, double?> Measure)
{
    /// <summary>A time, in seconds since 1970.</summary>
    public static Quantity Time(string place) => new(place, value => JsonPointer.Find(value, place) is { } found ? Moment.Of(found)?.Seconds : null);

    /// <summary>A number.</summary>
    public static Quantity Number(string place) => new(place, value => JsonPointer.Find(value, place) is { ValueKind: JsonValueKind.Number } found ? found.GetDouble() : null);

    /// <summary>How many items a list has.</summary>
    public static Quantity Length(string place) => new(place, value => JsonPointer.Find(value, place) is { ValueKind: JsonValueKind.Array } found ? found.GetArrayLength() : null);

    /// <summary>The sum of all numbers at a place; absent where one of them is no number or there is none.</summary>
    public static Quantity Sum(string place) => new(place, value =>
    {
        var numbers = PlaceFinder.Find(value, place).Select(found => found.Value).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => number.ValueKind == JsonValueKind.Number) ? numbers.Sum(number => number.GetDouble()) : null;
    });
}
