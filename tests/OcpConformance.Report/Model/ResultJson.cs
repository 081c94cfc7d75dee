using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OcpConformance.Report.Model;

/// <summary>Reads and writes conformance.json.</summary>
[JsonSerializable(typeof(ResultDocument))]
public sealed partial class ResultJson : JsonSerializerContext
{
    private static readonly Lazy<JsonTypeInfo<ResultDocument>> Readable = new(() => (JsonTypeInfo<ResultDocument>)new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new ResultJson().WithAddedModifier(RequireWhatIsNeverNull),
        WriteIndented = true,
    }.GetTypeInfo(typeof(ResultDocument)));

    /// <summary>The result as UTF-8.</summary>
    public static byte[] Write(ResultDocument result) => JsonSerializer.SerializeToUtf8Bytes(result, Readable.Value);

    /// <summary>The result that some UTF-8 holds.</summary>
    /// <exception cref="JsonException">It is no result.</exception>
    public static ResultDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Readable.Value) ?? throw new JsonException("The result is null.");

    // A record would take null for what is missing.
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is { IsNullable: false }))
        {
            property.IsRequired = true;
        }
    }
}
