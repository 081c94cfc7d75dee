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
    /// <param name="json">The content of the file.</param>
    /// <param name="file">The file, for the message.</param>
    /// <exception cref="ResultException">It is no result, or one of another format.</exception>
    public static ResultDocument Read(ReadOnlyMemory<byte> json, string file = Vocabulary.ResultFile)
    {
        try
        {
            var result = JsonSerializer.Deserialize(json.Span, Readable.Value) ?? throw new JsonException("it holds null");
            return result.FormatVersion == Model.ResultDocument.CurrentFormat
                ? result
                : throw new ResultException(file, "/formatVersion", $"it is of format {result.FormatVersion}, and this suite reads format {Model.ResultDocument.CurrentFormat}", "Use the version of the suite that wrote it");
        }
        catch (JsonException exception)
        {
            throw new ResultException(file, exception.Path ?? string.Empty, $"it is no result: {exception.Message.TrimEnd('.')}", "Take the file as a run of this suite wrote it");
        }
    }

    // A record would take null for what is missing.
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is { IsNullable: false }))
        {
            property.IsRequired = true;
        }
    }
}
