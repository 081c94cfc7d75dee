using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Gives the envelope of a fixture the time of now, the duration of this request and a trace id of its own.</summary>
internal static class LivingEnvelope
{
    /// <summary>The envelope of a fixture, brought to life; null where the body is no envelope.</summary>
    /// <param name="body">The body of the fixture.</param>
    /// <param name="now">The time to write.</param>
    /// <param name="duration">How long the mock has taken.</param>
    public static JsonObject? Revive(JsonElement body, DateTimeOffset now, TimeSpan duration)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("traceId", out var trace) || !body.TryGetProperty("successful", out _))
        {
            return null;
        }

        var envelope = JsonObject.Create(body)!;
        envelope["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);
        envelope["duration"] = (long)duration.TotalMilliseconds;
        // The security filters of OCP answer before a trace begins.
        if (trace.GetString() is not "")
        {
            envelope["traceId"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        }

        return envelope;
    }
}
