using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Engine.Targets;

/// <summary>
/// The value of a parameter that a live run sends: a time where it is one of <see cref="RelativeTime"/>, otherwise what stands there.
/// </summary>
internal static class LiveValue
{
    public static string Of(JsonElement live, DateTimeOffset now) =>
        live.ValueKind is JsonValueKind.True or JsonValueKind.False ? live.GetRawText() : Of(live.ToString(), now);

    public static string Of(string live, DateTimeOffset now) =>
        RelativeTime.Read(live, now) is not var (moment, isEpoch) ? live
        : isEpoch ? moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
        : RelativeTime.Write(moment);
}
