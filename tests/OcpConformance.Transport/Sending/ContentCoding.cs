using System.IO.Compression;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Sending;

/// <summary>
/// Takes the codings off a body. The client does this itself, so that the headers of an answer stay as they came, and so
/// that what comes out is bounded as well as what went in.
/// </summary>
internal static class ContentCoding
{
    /// <summary>Value of Accept-Encoding.</summary>
    public const string Accepted = "gzip, deflate, br";

    private const int MostCodings = 3;
    private const int DeflateMethod = 8;

    /// <summary>The codings that an answer names, in the order in which they were applied.</summary>
    public static IReadOnlyList<string> Named(IEnumerable<Header> headers) =>
    [
        .. headers.Where(header => header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(coding => coding.ToLowerInvariant())
            .Where(coding => coding != "identity"),
    ];

    /// <summary>The plain body.</summary>
    /// <param name="codings">The codings, in the order in which they were applied.</param>
    /// <param name="body">The body as it came.</param>
    /// <exception cref="InvalidDataException">A coding is unknown, or there are too many.</exception>
    public static Stream Decoded(IReadOnlyList<string> codings, byte[] body) => codings.Count <= MostCodings
        ? codings.Reverse().Aggregate((Stream)new MemoryStream(body), (inner, coding) => Decoder(coding, inner, body))
        : throw new InvalidDataException($"it has {codings.Count} codings on top of each other");

    private static Stream Decoder(string coding, Stream inner, byte[] body) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(inner, CompressionMode.Decompress),
        "deflate" => IsBare(body) ? new DeflateStream(inner, CompressionMode.Decompress) : new ZLibStream(inner, CompressionMode.Decompress),
        "br" => new BrotliStream(inner, CompressionMode.Decompress),
        _ => throw new InvalidDataException($"it is in the coding '{coding}', which was not asked for"),
    };

    // The coding is the zlib format; some servers leave its frame out.
    private static bool IsBare(byte[] body) => body.Length > 0 && (body[0] & 0x0F) != DeflateMethod;
}
