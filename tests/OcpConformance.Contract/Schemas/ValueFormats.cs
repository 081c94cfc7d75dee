using System.Globalization;
using System.Text.RegularExpressions;

namespace OcpConformance.Contract.Schemas;

/// <summary>
/// The formats of strings that the contract knows, by name. NJsonSchema's own validators know one of the four, and accept
/// a date without time or offset and a 29 February of any year as a date-time, so these take their place.
/// </summary>
public static partial class ValueFormats
{
    /// <summary>RFC 3339 date and time with offset and 0 to 9 fraction digits; a real instant.</summary>
    public const string DateTime = "date-time";

    /// <summary>As <see cref="DateTime"/>, and the offset may lack its colon.</summary>
    public const string DateTimeBasicOffset = "date-time-basic-offset";

    /// <summary>ISO 8601 duration of days and time: <c>PT6M8.301194S</c>.</summary>
    public const string Duration = "duration";

    /// <summary>Time of day with offset: <c>02:00:00.000+08:00</c>.</summary>
    public const string OffsetTime = "offset-time";

    private static readonly Dictionary<string, Func<string, bool>> Known = new(StringComparer.Ordinal)
    {
        [DateTime] = text => IsInstant(text, colonRequired: true),
        [DateTimeBasicOffset] = text => IsInstant(text, colonRequired: false),
        [Duration] = text => DurationText().IsMatch(text),
        [OffsetTime] = IsOffsetTime,
    };

    /// <summary>The names of all formats.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Whether a string has a format.</summary>
    /// <exception cref="KeyNotFoundException">There is no such format.</exception>
    public static bool Matches(string format, string text) => Known[format](text);

    /// <summary>The instant that a <see cref="DateTimeBasicOffset"/> names, or null where the text has another form or a year that .NET lacks.</summary>
    public static DateTimeOffset? Instant(string text)
    {
        if (!IsInstant(text, colonRequired: false))
        {
            return null;
        }

        // .NET reads seven fraction digits and no leap second; neither matters to a comparison in seconds.
        var match = InstantText().Match(text);
        var plain = $"{match.Groups["date"].Value}T{match.Groups["time"].Value.Replace(":60", ":59", StringComparison.Ordinal)}{match.Groups["zone"].Value.ToUpperInvariant()}";
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
    }

    private static bool IsInstant(string text, bool colonRequired)
    {
        var match = InstantText().Match(text);
        if (!match.Success || (colonRequired && !match.Groups["utc"].Success && !match.Groups["colon"].Success))
        {
            return false;
        }

        int year = Number("year"), month = Number("month"), day = Number("day");
        int hour = Number("hour"), minute = Number("minute"), second = Number("second");
        var offset = match.Groups["utc"].Success ? 0 : Number("oh") * 60 + Number("om");
        if (match.Groups["sign"].ValueSpan is "-")
        {
            offset = -offset;
        }

        // A leap second is the sixty-first of the last minute of a day in UTC.
        var minuteInUtc = ((hour * 60 + minute - offset) % 1440 + 1440) % 1440;
        return month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month)
            && hour <= 23 && minute <= 59 && (second <= 59 || (second == 60 && minuteInUtc == 1439))
            && IsOffset(match);

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool IsOffsetTime(string text)
    {
        var match = OffsetTimeText().Match(text);
        return match.Success && IsOffset(match);
    }

    private static bool IsOffset(Match match) =>
        match.Groups["utc"].Success
        || (int.Parse(match.Groups["oh"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) <= 23
            && int.Parse(match.Groups["om"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) <= 59);

    [GeneratedRegex(@"\A(?<date>(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))[Tt](?<time>(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2}))(\.[0-9]{1,9})?(?<zone>(?<utc>[Zz])|(?<sign>[+-])(?<oh>[0-9]{2})(?<colon>:)?(?<om>[0-9]{2}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex InstantText();

    [GeneratedRegex(@"\A([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?((?<utc>[Zz])|[+-](?<oh>[0-9]{2}):(?<om>[0-9]{2}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OffsetTimeText();

    [GeneratedRegex(@"\A-?P(?=[0-9T])([0-9]+D)?(T(?=[0-9-])(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+(\.[0-9]{1,9})?S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DurationText();
}
