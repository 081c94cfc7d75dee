using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Rules;

/// <summary>A point in time as the API writes it: an ISO time with offset, or seconds, milliseconds or microseconds since 1970.</summary>
/// <param name="Seconds">Seconds since 1970 in UTC.</param>
internal readonly record struct Moment(double Seconds)
{
    // Counts of seconds reach these sizes in the year 5138 only, so larger ones are finer units.
    private const double LargestSeconds = 1e11;
    private const double LargestMilliseconds = 1e14;

    public static bool operator <(Moment left, Moment? right) => left.Seconds < right?.Seconds;

    public static bool operator >(Moment left, Moment? right) => left.Seconds > right?.Seconds;

    /// <summary>The moment that a value names; null where it names none.</summary>
    public static Moment? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => OfCount(value.GetDouble()),
        JsonValueKind.String => Of(value.GetString()!),
        _ => null,
    };

    /// <summary>The moment that a text names; null where it names none.</summary>
    public static Moment? Of(string text) =>
        double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? OfCount(count)
        : ValueFormats.Instant(text) is { } instant ? new Moment(instant.ToUnixTimeMilliseconds() / 1000.0)
        : null;

    private static Moment OfCount(double count) =>
        new(count > LargestMilliseconds ? count / 1e6 : count > LargestSeconds ? count / 1e3 : count);
}
