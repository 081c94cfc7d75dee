using System.Text.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Json;

/// <summary>What <see cref="StrictJson"/> made of some bytes: a value, or the defect that keeps it from being one.</summary>
/// <param name="Value">The value; null where the bytes are not strict JSON.</param>
/// <param name="Defect">The defect; null where there is none.</param>
/// <param name="Detail">The defect with its place; null where there is none.</param>
public sealed record JsonReading(JsonElement? Value, JsonDefect? Defect, Message? Detail)
{
    internal static JsonReading Accepted(JsonElement value) => new(value, null, null);

    internal static JsonReading Rejected(JsonDefect defect, Message detail) => new(null, defect, detail);
}
