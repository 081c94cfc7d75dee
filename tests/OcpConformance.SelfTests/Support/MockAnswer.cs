using System.Net;
using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.SelfTests.Support;

/// <summary>What the mock answered.</summary>
internal sealed record MockAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? Message => At("/error/message")?.GetString();

    public IReadOnlyList<JsonElement> Contents => [.. At("/data/contents")!.Value.EnumerateArray()];

    public JsonElement? At(string pointer) => JsonPointer.Find(Json, pointer);

    public long Number(string pointer) => At(pointer)!.Value.GetInt64();
}
