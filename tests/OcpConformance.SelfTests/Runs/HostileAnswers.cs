using System.IO.Compression;
using System.Text;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

/// <summary>The table of hostile answers.</summary>
internal static class HostileAnswers
{
    private const string Arrives = "protocol!answer-arrives";
    private const string Utf8 = "protocol!utf-8";
    private const string Complete = "protocol!json-complete";
    private const string Late = "within the time allowed";
    private const string Lost = "broke the connection off before the answer was complete";
    private const string TooMuch = "sent too much";
    private const string NoHttp = "sent no valid HTTP";
    private const string Undecodable = "cannot be decoded";
    private static readonly Lazy<byte[]> Bomb = new(() => Compressed(new byte[50_000_000], inner => new GZipStream(inner, CompressionLevel.Fastest)));

    private const string Json = "Content-Type: application/json\r\n";

    public static IEnumerable<HostileAnswer> Broken =>
    [
        new("the connection is reset before the headers", Arrives, Lost, (_, stream, _) => ResetAfterAsync(stream, string.Empty)),
        new("the connection is reset in the headers", Arrives, Lost, (_, stream, _) => ResetAfterAsync(stream, "HTTP/1.1 200 OK\r\nContent-Ty")),
        new("the connection is reset in the body", Arrives, Lost, (body, stream, _) => ResetAfterAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Content-Length: {body.Length}\r\n\r\n{{\"data\"")),
        new("a status line that is never followed by anything", Arrives, Late, (_, stream, token) => EndlessAsync(stream, "HTTP/1.1 200 OK\r\n", string.Empty, token)),
        new("headers that never end", Arrives, "time allowed", (_, stream, token) => EndlessAsync(stream, "HTTP/1.1 200 OK\r\n", "X: y\r\n", token)),
        new("a body that never ends", Arrives, Late, (_, stream, token) => EndlessAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", token)),
        new("a body that comes byte by byte", Arrives, Late, (body, stream, token) => EndlessAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Content-Length: {body.Length}\r\n\r\n", "{", token, 1000)),
        new("interim answers that never end", Arrives, Late, (_, stream, token) => EndlessAsync(stream, string.Empty, "HTTP/1.1 100 Continue\r\n\r\n", token)),
        new("a Content-Length that is too long", Arrives, Lost, (body, stream, token) => SendAsync(stream, Json, body, token, length: body.Length + 1)),
        new("a Content-Length that is too short", Complete, "ends in the middle", (body, stream, token) => SendAsync(stream, Json, body, token, length: body.Length - 1)),
        new("a chunk of no size", Arrives, NoHttp, (_, stream, token) => TextAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Transfer-Encoding: chunked\r\n\r\nxyz\r\n{{}}\r\n", token)),
        new("a chunk that is longer than it says", Arrives, NoHttp, (_, stream, token) => TextAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Transfer-Encoding: chunked\r\n\r\n1\r\n{{}}\r\n0\r\n\r\n", token)),
        new("chunks without an end", Arrives, Lost, (_, stream, token) => TextAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n", token)),
        new("no HTTP at all", Arrives, NoHttp, (_, stream, token) => TextAsync(stream, "220 mail.example.com ESMTP\r\n", token)),
        new("a status of two digits", Arrives, NoHttp, (_, stream, token) => TextAsync(stream, "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n", token)),
        new("10,000 headers", Arrives, TooMuch, (body, stream, token) => SendAsync(stream, string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X-Header-{i}: {i}\r\n")), body, token)),
        new("one header of a megabyte", Arrives, TooMuch, (body, stream, token) => SendAsync(stream, $"X-Long: {new string('x', 1_000_000)}\r\n", body, token)),
        new("a header without a name", Arrives, NoHttp, (body, stream, token) => SendAsync(stream, $"{Json}: x\r\n", body, token)),
        new("100 MB of JSON", Arrives, TooMuch, (_, stream, token) => HundredMegabytesAsync(stream, token)),
        new("a gzip bomb", Arrives, TooMuch, (_, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: gzip\r\n", Bomb.Value, token)),
        new("a body that is not in the coding that it names", Arrives, Undecodable, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: gzip\r\n", body, token)),
        new("a body that is no Brotli", Arrives, Undecodable, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: br\r\n", body, token)),
        new("a coding that was not asked for", Arrives, "'zstd'", (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: zstd\r\n", body, token)),
        new("a hundred codings on top of each other", Arrives, Undecodable, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: {string.Join(',', Enumerable.Repeat("gzip", 100))}\r\n", body, token)),
        new("JSON nested 100,000 deep", "protocol!json-depth", "deeper than 64", (_, stream, token) => SendAsync(stream, Json, Encoding.ASCII.GetBytes(new string('[', 100_000) + new string(']', 100_000)), token)),
        new("invalid UTF-8", Utf8, "not UTF-8", (body, stream, token) => SendAsync(stream, Json, [.. body[..^2], 0xC3, 0x28, .. body[^2..]], token)),
        new("UTF-16", Utf8, "UTF-16", (body, stream, token) => SendAsync(stream, Json, Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)), token)),
        new("a byte order mark", Utf8, "byte order mark", (body, stream, token) => SendAsync(stream, Json, [0xEF, 0xBB, 0xBF, .. body], token)),
        new("half of a surrogate pair", Utf8, "surrogate", (body, stream, token) => SendAsync(stream, Json, Replaced(body, "\"server\":\"", "\"server\":\"\\ud800"), token)),
        new("random bytes as JSON", Utf8, "not UTF-8", (_, stream, token) => SendAsync(stream, Json, Noise(), token)),
        new("a timestamp of ten megabytes", "envelope#/timestamp:format", "xxxx", (body, stream, token) => SendAsync(stream, Json, Replaced(body, "\"timestamp\":\"", $"\"timestamp\":\"{new string('x', 10_000_000)}"), token)),
        new("a status of a thousand digits", "envelope#/status:type", "000", (body, stream, token) => SendAsync(stream, Json, Replaced(body, "\"status\":200", $"\"status\":200{new string('0', 1000)}"), token)),
        new("a redirect to itself", "protocol!no-redirect", "HTTP 302", (_, stream, token) => TextAsync(stream, "HTTP/1.1 302 Found\r\nLocation: .\r\nContent-Length: 0\r\n\r\n", token)),
        new("a redirect to an address without end", "protocol!no-redirect", "HTTP 307", (_, stream, token) => TextAsync(stream, $"HTTP/1.1 307 Found\r\nLocation: /{new string('x', 60_000)}\r\nContent-Length: 0\r\n\r\n", token)),
    ];

    public static IEnumerable<HostileAnswer> Bearable =>
    [
        new("HTTP/1.0", null, string.Empty, (body, stream, token) => BytesAsync(stream, [.. Encoding.ASCII.GetBytes($"HTTP/1.0 200 OK\r\n{Json}\r\n"), .. body], token)),
        new("interim answers", null, string.Empty, async (body, stream, token) =>
        {
            await TextAsync(stream, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", token);
            await SendAsync(stream, Json, body, token);
        }),
        new("a Content-Length that is no length", null, string.Empty, (body, stream, token) => SendAsync(stream, Json, body, token, length: -1)),
        new("a byte in each chunk", null, string.Empty, (body, stream, token) => BytesAsync(stream,
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Json}Transfer-Encoding: chunked\r\n\r\n"), .. body.SelectMany(value => (byte[])[.. "1;x=y\r\n"u8, value, .. "\r\n"u8]), .. "0\r\nX-Trailer: z\r\n\r\n"u8], token)),
        new("cookies of every sort", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}Set-Cookie: a=b; Path=/\r\nSet-Cookie: c=d; Domain=localhost\r\nSet-Cookie: ;;;=\r\nSet-Cookie2: e=f\r\n", body, token)),
        new("a header that a line feed divides", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}X-Name: a\nSet-Cookie: stolen=1\nAuthorization: Basic eDp5\r\n", body, token)),
        new("a header that goes on in the next line", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}X-Name: a\r\n b\r\n", body, token)),
        new("control characters in a header", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}X-Name: \u0001\u001b[31m\u007f\r\n", body, token)),
        new("an answer with another one behind it", null, string.Empty, async (body, stream, token) =>
        {
            await BytesAsync(stream, [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Json}Content-Length: {body.Length}\r\n\r\n"), .. body, .. "HTTP/1.1 500 Smuggled\r\nContent-Length: 0\r\n\r\n"u8], token);

            // The connection stays open, so that the next request could be sent on it.
            await Task.Delay(1000, token);
        }),
        new("gzip", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: gzip\r\n", Compressed(body, inner => new GZipStream(inner, CompressionLevel.Optimal)), token)),
        new("deflate", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: deflate\r\n", Compressed(body, inner => new ZLibStream(inner, CompressionLevel.Optimal)), token)),
        new("deflate without its frame", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: deflate\r\n", Compressed(body, inner => new DeflateStream(inner, CompressionLevel.Optimal)), token)),
        new("Brotli", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: br\r\n", Compressed(body, inner => new BrotliStream(inner, CompressionLevel.Optimal)), token)),
        new("gzip over Brotli", null, string.Empty, (body, stream, token) => SendAsync(stream, $"{Json}Content-Encoding: br, gzip\r\n",
            Compressed(Compressed(body, inner => new BrotliStream(inner, CompressionLevel.Optimal)), inner => new GZipStream(inner, CompressionLevel.Optimal)), token)),
        new("100,000 undocumented members", null, string.Empty, (body, stream, token) => SendAsync(stream, Json,
            Replaced(body, "\"data\":{", $"\"data\":{{{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"unknown{i}\":{i},"))}"), token)),
    ];

    public static HostileAnswer Named(string name) => Broken.Concat(Bearable).Single(hostile => hostile.Name == name);

    public static Task SendAsync(Stream stream, string headers, byte[] body, CancellationToken token, int? length = null) =>
        BytesAsync(stream, [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {length ?? body.Length}\r\nConnection: close\r\n\r\n"), .. body], token);

    private static Task TextAsync(Stream stream, string text, CancellationToken token) => BytesAsync(stream, Encoding.ASCII.GetBytes(text), token);

    private static Task BytesAsync(Stream stream, byte[] bytes, CancellationToken token) => stream.WriteAsync(bytes, token).AsTask();

    private static async Task ResetAfterAsync(Stream stream, string start)
    {
        await TextAsync(stream, start, CancellationToken.None);
        // The client must have seen the beginning, or it is a reset before the headers.
        await Task.Delay(50);
        RawServer.Reset(stream);
    }

    private static async Task EndlessAsync(Stream stream, string start, string again, CancellationToken token, int milliseconds = 10)
    {
        await TextAsync(stream, start, token);
        while (true)
        {
            await TextAsync(stream, again, token);
            await Task.Delay(milliseconds, token);
        }
    }

    private static async Task HundredMegabytesAsync(Stream stream, CancellationToken token)
    {
        await TextAsync(stream, $"HTTP/1.1 200 OK\r\n{Json}Content-Length: 100000002\r\n\r\n[0", token);
        var zeros = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(",0", 500_000)));
        for (var i = 0; i < 100; i++)
        {
            await BytesAsync(stream, zeros, token);
        }
    }

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> coding)
    {
        using var compressed = new MemoryStream();
        using (var stream = coding(compressed))
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }

    private static byte[] Replaced(byte[] body, string old, string text) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(old, text, StringComparison.Ordinal));

    private static byte[] Noise()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        return [0x80, .. bytes];
    }
}
