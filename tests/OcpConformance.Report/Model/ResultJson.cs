using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Report.Model;

/// <summary>Reads and writes conformance.json.</summary>
[JsonSerializable(typeof(ResultDocument))]
public sealed partial class ResultJson : JsonSerializerContext
{
    private const string Schema = "result";
    private const string VersionName = "formatVersion";
    private const int FormatNumber = Model.ResultDocument.CurrentFormat;
    private const string Remedy = "Take the file as a run of this suite wrote it";

    private static readonly Lazy<ResultJson> Readable = new(() => new ResultJson(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new WordConverter<ConclusionKind>(), new WordConverter<VerdictKind>(), new WordConverter<Level>(), new WordConverter<CheckKind>() },
    }));

    private static readonly Lazy<JsonTypeInfo<ResultDocument>> Strict = new(() => StrictMembers.Of<ResultDocument>(new ResultJson()));

    /// <summary>The result as UTF-8.</summary>
    public static byte[] Write(ResultDocument result) => JsonSerializer.SerializeToUtf8Bytes(result, Readable.Value.ResultDocument);

    /// <summary>The result that some UTF-8 holds. Everything that the reports rely on is checked.</summary>
    /// <param name="json">The content of the file.</param>
    /// <param name="file">The file, for the message.</param>
    /// <exception cref="ResultException">It is no result, of a newer format, or contradicts itself.</exception>
    public static ResultDocument Read(ReadOnlyMemory<byte> json, string file = Vocabulary.ResultFile)
    {
        var reading = StrictJson.Read(json);
        if (reading.Value is not { ValueKind: JsonValueKind.Object } root)
        {
            throw new ResultException(file, string.Empty, reading.Defect is null ? "it holds no JSON object" : reading.Detail!.Text, Remedy);
        }

        if (VersionIn(root, file) == FirstResultFormat.Number)
        {
            root = FirstResultFormat.Lifted(root);
        }

        if (StrictMembers.NullIn(root) is { } place)
        {
            throw new ResultException(file, place, "the value is null, which a result never holds", Remedy);
        }

        try
        {
            var result = root.Deserialize(Strict.Value)!;
            ResultCheck.Check(result, file);
            return result;
        }
        catch (JsonException exception)
        {
            throw Explained(root, file, exception);
        }
    }

    private static int VersionIn(JsonElement root, string file)
    {
        if (!root.TryGetProperty(VersionName, out var member) || member.ValueKind != JsonValueKind.Number || !member.TryGetInt32(out var version))
        {
            throw new ResultException(file, $"/{VersionName}", "there is no version of the format, so it is no result of this suite", Remedy);
        }

        return version is FormatNumber or FirstResultFormat.Number
            ? version
            : throw new ResultException(
                file, $"/{VersionName}", $"it is of format {version}, and this suite reads formats {FirstResultFormat.Number} and {FormatNumber}", "Use the version of the suite that wrote it");
    }

    // The schema says best what is wrong; it is too slow to be asked where nothing is.
    private static ResultException Explained(JsonElement root, string file, JsonException exception)
    {
        using var stream = typeof(ResultJson).Assembly.GetManifestResourceStream($"{Schema}.schema.json")!;
        using var schema = JsonDocument.Parse(stream);
        var store = new SchemaStore(new Dictionary<string, JsonElement> { [$"{MetaSchemas.Folder}/{Schema}.schema.json"] = schema.RootElement.Clone() });
        var problem = new MetaSchemas(store).Check(Schema, file, root).FirstOrDefault();
        return new ResultException(file, problem?.Place ?? exception.Path ?? string.Empty, problem?.Problem ?? "the value has the wrong form", Remedy);
    }
}
