using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OcpConformance.Engine.Sending;

/// <summary>
/// The value of a parameter that a live run sends: <c>now</c>, <c>now-1h</c> or <c>now-1d</c> is a time, with <c>-epoch</c>
/// behind it a count of seconds, and anything else stands for itself.
/// </summary>
internal static partial class LiveValue
{
    public static string Of(JsonElement live, DateTimeOffset now)
    {
        var text = live.ToString();
        var match = Relative().Match(text);
        if (!match.Success)
        {
            return live.ValueKind is JsonValueKind.True or JsonValueKind.False ? text.ToLowerInvariant() : text;
        }

        var back = match.Groups["count"].Success ? int.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var moment = match.Groups["unit"].Value switch
        {
            "m" => now.AddMinutes(-back),
            "h" => now.AddHours(-back),
            "d" => now.AddDays(-back),
            _ => now,
        };
        return match.Groups["epoch"].Success
            ? moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\Anow(-(?<count>[0-9]{1,4})(?<unit>[mhd]))?(?<epoch>-epoch)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Relative();
}
