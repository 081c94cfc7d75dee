using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OcpConformance.Report.Model;

/// <summary>Reads and writes conformance.json.</summary>
[JsonSerializable(typeof(ResultDocument))]
public sealed partial class ResultJson : JsonSerializerContext
{
    private static readonly Lazy<ResultJson> Readable = new(() => new ResultJson(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    }));

    /// <summary>The result as UTF-8.</summary>
    public static byte[] Write(ResultDocument result) => JsonSerializer.SerializeToUtf8Bytes(result, Readable.Value.ResultDocument);

    /// <summary>The result that some UTF-8 holds.</summary>
    /// <exception cref="JsonException">It is no result.</exception>
    public static ResultDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Readable.Value.ResultDocument) ?? throw new JsonException("The result is null.");
}
