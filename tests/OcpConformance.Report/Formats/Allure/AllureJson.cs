using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>Writes Allure's JSON: compact, without nulls, empty lists written.</summary>
[JsonSerializable(typeof(AllureResult))]
[JsonSerializable(typeof(IReadOnlyList<AllureCategory>))]
[JsonSerializable(typeof(AllureExecutor))]
[JsonSerializable(typeof(AllureHistory))]
internal sealed partial class AllureJson : JsonSerializerContext
{
    private static readonly Lazy<AllureJson> Compact = new(() => new AllureJson(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    }));

    public static byte[] Write<T>(T value, Func<AllureJson, JsonTypeInfo<T>> type) => JsonSerializer.SerializeToUtf8Bytes(value, type(Compact.Value));
}
