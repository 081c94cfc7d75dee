using System.Text.Encodings.Web;
using System.Text.Json;

namespace OcpConformance.Contract.Json;

/// <summary>JSON as OCP writes it: without blanks, and with text outside ASCII as it is.</summary>
public static class CompactJson
{
    /// <summary>How to write it.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    };
}
