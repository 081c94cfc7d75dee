using System.Text.Json;

namespace OcpConformance.Contract.Json;

/// <summary>What <see cref="StrictJson"/> made of some bytes: a value, or the defect that keeps it from being one.</summary>
/// <param name="Value">The value; null where the bytes are not strict JSON.</param>
/// <param name="Defect">The defect; null where there is none.</param>
/// <param name="Detail">The defect in words, with its place; empty where there is none.</param>
public sealed record JsonReading(JsonElement? Value, JsonDefect? Defect, string Detail)
{
    internal static JsonReading Accepted(JsonElement value) => new(value, null, string.Empty);

    internal static JsonReading Rejected(JsonDefect defect, string detail) => new(null, defect, detail);
}
