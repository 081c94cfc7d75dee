using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Fixtures;

/// <summary>The answer of a fixture.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Json">The body as JSON; null where it is other text.</param>
/// <param name="Text">The body as text; null where it is JSON or empty.</param>
public sealed record AnswerTemplate(int Status, string ContentType, JsonElement? Json, string? Text)
{
    /// <summary>Texts in other languages than that of the body: by language, then by JSON pointer into the body.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Languages { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The body as the mock sends it: compact JSON, or the text.</summary>
    public byte[] BodyBytes() =>
        Json is { } json ? JsonSerializer.SerializeToUtf8Bytes(json, CompactJson.Options) : Encoding.UTF8.GetBytes(Text ?? string.Empty);

    /// <summary>The answer as if it had been received.</summary>
    public ExchangeAnswer ToAnswer() => new(Status, [new Header("Content-Type", ContentType)], BodyBytes());
}
