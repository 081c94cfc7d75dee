using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Gives the envelope of a fixture the time of now, the duration of this request and a trace id of its own.</summary>
internal static class EnvelopeStamp
{
    /// <summary>Request header whose value becomes the trace id.</summary>
    public const string TraceHeader = "x-trace-id";

    /// <summary>The envelope of a fixture, stamped for this answer; null where the body is no envelope.</summary>
    /// <param name="body">The body of the fixture.</param>
    /// <param name="now">The time to write.</param>
    /// <param name="duration">How long the mock has taken.</param>
    /// <param name="traceId">The trace id that the request brought; null or empty where it brought none.</param>
    public static JsonObject? Revive(JsonElement body, DateTimeOffset now, TimeSpan duration, string? traceId)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("traceId", out var trace) || !body.TryGetProperty("successful", out _))
        {
            return null;
        }

        var envelope = JsonObject.Create(body)!;
        envelope["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);
        // The security filters of OCP answer before a trace begins, and before anything is measured.
        if (trace.GetString() is not "")
        {
            envelope["duration"] = (long)duration.TotalMilliseconds;
            envelope["traceId"] = string.IsNullOrEmpty(traceId) ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) : traceId;
        }

        return envelope;
    }
}
