using System.Globalization;
using System.Text.RegularExpressions;

namespace OcpConformance.Contract.Json;

/// <summary>
/// Times counted from now: <c>now</c>, <c>now-1h</c> or <c>now-1d</c>, and with <c>-epoch</c> behind it a count of seconds since 1970.
/// </summary>
public static partial class RelativeTime
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The time to count from.</param>
    /// <returns>The time, and whether a count of seconds is meant; null where the text is something else.</returns>
    public static (DateTimeOffset Moment, bool IsEpoch)? Read(string text, DateTimeOffset now)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var back = match.Groups["count"].Success
            ? int.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        var moment = match.Groups["unit"].Value switch
        {
            "m" => now.AddMinutes(-back),
            "h" => now.AddHours(-back),
            "d" => now.AddDays(-back),
            _ => now,
        };
        return (moment, match.Groups["epoch"].Success);
    }

    /// <summary>Writes a time as OCP takes and shows it.</summary>
    public static string Write(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Anow(-(?<count>[0-9]{1,4})(?<unit>[mhd]))?(?<epoch>-epoch)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
