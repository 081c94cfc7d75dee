using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Transport.Safety;

/// <summary>Reads what an answer says about the credentials of its request.</summary>
public static class LoginAnswer
{
    private const int Unauthorized = 401;

    // What is longer is no refusal, and need not be read twice.
    private const int LongestRefusal = 64 * 1024;

    /// <summary>Whether the target refuses the credentials: with HTTP 401, or in an envelope that says so under another status.</summary>
    public static bool IsRefusal(ExchangeAnswer answer) =>
        answer.Status == Unauthorized || (Short(answer) is { } body && Says(body, "/status", Unauthorized));

    /// <summary>Whether the target answers as it would not without having accepted the credentials: with a success that is no page for people.</summary>
    public static bool IsAcceptance(ExchangeAnswer answer) =>
        answer.Status is >= 200 and < 300 && !IsPage(answer)
        && !(Short(answer) is { } body && JsonPointer.Find(body, "/successful") is { ValueKind: JsonValueKind.False });

    /// <summary>Whether the answer is a page for people.</summary>
    public static bool IsPage(ExchangeAnswer answer) =>
        answer.MediaType is "text/html" or "application/xhtml+xml"
        || answer.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static bool Says(JsonElement body, string place, int number) =>
        JsonPointer.Find(body, place) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetInt32(out var said) && said == number;

    private static JsonElement? Short(ExchangeAnswer answer) =>
        answer.Body.Length is > 0 and <= LongestRefusal && StrictJson.Read(answer.Body).Value is { ValueKind: JsonValueKind.Object } body
            ? body
            : null;
}
