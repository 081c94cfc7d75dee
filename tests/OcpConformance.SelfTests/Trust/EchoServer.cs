using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

/// <summary>Answers with all that it gets, in body and headers, and with secrets of its own.</summary>
internal static class EchoServer
{
    public const string Cookie = "canary-cookie-9c/41+f";
    public const string Token = "canary-token-5e/73+b";
    public const string Pin = "pin7q";

    private const string ContentLength = "\r\nContent-Length:";

    /// <param name="known">What it knows of its caller beside what it is sent, and tells as well.</param>
    /// <param name="certificate">Makes it a TLS server.</param>
    public static RawServer Start(string known = "", X509Certificate2? certificate = null) =>
        new((head, stream, cancellationToken) => AnswerAsync(head, stream, known, cancellationToken), certificate);

    /// <summary>What the requests to a server proved the caller with.</summary>
    public static IEnumerable<string> Proofs(RawServer server, string scheme) => server.Heads
        .SelectMany(head => head.Split("\r\n"))
        .Where(line => line.StartsWith($"Authorization: {scheme} ", StringComparison.OrdinalIgnoreCase) && !line.Contains('%'))
        .Select(line => line.Split(' ')[^1])
        .Select(proof => proof[(proof.LastIndexOf(':') + 1)..])
        .Distinct();

    private static async Task AnswerAsync(string head, Stream stream, string known, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(head, stream, cancellationToken);
        var line = head.Split("\r\n")[0];
        var authorization = head.Split("\r\n").FirstOrDefault(text => text.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase))?[14..].Trim() ?? "none";
        var all = head + body + known;
        var echo = new Dictionary<string, object>
        {
            ["plain"] = all,
            ["form"] = WebUtility.UrlEncode(all),
            ["html"] = WebUtility.HtmlEncode(all),
            ["json"] = JsonSerializer.Serialize(new { all, token = Token }),
            ["base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(all)),
            ["accessToken"] = Token,
            ["userPassword"] = Pin,
            ["again"] = $"{Token} {Cookie}",
            [authorization] = 1,
            ["proof"] = authorization.Split(' ', ':')[^1],
        };
        var text = JsonSerializer.Serialize(new Dictionary<string, object> { ["data"] = echo, ["duration"] = all, ["server"] = authorization, ["status"] = authorization, ["traceId"] = Token, ["timestamp"] = Cookie });
        // Every other answer is no JSON.
        var broken = line.Length % 2 == 0 ? text : text[..^2];
        var headers = $"Content-Type: application/json\r\nX-Echo: {authorization}\r\nLocation: /next?token={Pin}&echo={Uri.EscapeDataString(authorization)}\r\nSet-Cookie: session={Cookie}; Path=/\r\nX-Cookie: {Cookie}\r\n";
        await stream.WriteAsync(RawServer.Http(200, broken, headers), cancellationToken);
    }

    private static async Task<string> BodyAsync(string head, Stream stream, CancellationToken cancellationToken)
    {
        var at = head.IndexOf(ContentLength, StringComparison.OrdinalIgnoreCase);
        var length = at < 0 ? 0 : int.Parse(head[(at + ContentLength.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return Encoding.UTF8.GetString(body);
    }
}
