using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OcpConformance.Contract.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Bundle;

/// <summary>Reads and writes the JSON files that a bundle adds.</summary>
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(InTotoStatement))]
[JsonSerializable(typeof(DsseEnvelope))]
internal sealed partial class BundleJson : JsonSerializerContext
{
    private static readonly Lazy<BundleJson> Indented = new(() => new BundleJson(Formatting(indented: true)));
    private static readonly Lazy<BundleJson> OneLine = new(() => new BundleJson(Formatting(indented: false)));

    public static BundleJson Readable => Indented.Value;

    public static BundleJson Compact => OneLine.Value;

    /// <summary>The value that some UTF-8 holds; null where it holds none, or is written otherwise than this suite writes it.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> json, Func<T, byte[]> write)
        where T : class
    {
        if (StrictJson.Read(json).Value is not { ValueKind: JsonValueKind.Object } root || StrictMembers.NullIn(root) is not null)
        {
            return null;
        }

        try
        {
            return root.Deserialize(StrictMembers.Of<T>(new BundleJson())) is { } value && write(value).AsSpan().SequenceEqual(json.Span) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Formatting(bool indented) => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
    };
}
