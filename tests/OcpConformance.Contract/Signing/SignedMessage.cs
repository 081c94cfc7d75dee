using System.Security.Cryptography;
using System.Text;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Contract.Signing;

/// <summary>
/// The text that a request with an access key is signed by, as the documentation describes it on the page "Rules for
/// generating a signature by using AK/SK". Client and mock build it from what is on the wire.
/// </summary>
public static class SignedMessage
{
    /// <summary>Name of the scheme in the Authorization header.</summary>
    public const string Scheme = "OCP-ACCESS-KEY-HMACSHA1";

    private const string OwnHeaders = "x-ocp-";

    /// <summary>The message of a request.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="pathAndQuery">Path and query as they are sent.</param>
    /// <param name="host">Value of the Host header, with the port where it is not the default.</param>
    /// <param name="headers">The headers; Content-Type, Date and those that start with x-ocp- are signed.</param>
    /// <param name="body">The body; empty where there is none.</param>
    public static string Of(string method, string pathAndQuery, string host, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body) => string.Join(
        '\n',
        new[] { method.ToUpperInvariant(), ContentMd5(body), ValueOf(headers, "Content-Type"), ValueOf(headers, "Date"), host }
            .Append(string.Join('\n', OwnLines(headers)))
            .Append(Resource(pathAndQuery)));

    /// <summary>The signature of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="secret">The secret of the access key.</param>
    public static string Sign(string message, string secret) =>
        Convert.ToBase64String(HmacSha1(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do not use weak cryptographic algorithms", Justification = "The API signs with HMAC-SHA1.")]
    private static byte[] HmacSha1(byte[] key, byte[] message) => HMACSHA1.HashData(key, message);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351:Do not use broken cryptographic algorithms", Justification = "The API signs the MD5 of the body.")]
    private static string ContentMd5(ReadOnlySpan<byte> body) => body.IsEmpty ? string.Empty : Convert.ToHexString(MD5.HashData(body));

    private static string ValueOf(IReadOnlyList<Header> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim() ?? string.Empty;

    private static IEnumerable<string> OwnLines(IReadOnlyList<Header> headers) => headers
        .Where(header => header.Name.StartsWith(OwnHeaders, StringComparison.OrdinalIgnoreCase))
        .GroupBy(header => header.Name.ToLowerInvariant(), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key}:{string.Join(',', group.Select(header => header.Value.Trim()).Order(StringComparer.Ordinal))}");

    private static string Resource(string pathAndQuery)
    {
        var parts = pathAndQuery.Split('?', 2);
        if (parts.Length == 1 || parts[1].Length == 0)
        {
            return parts[0];
        }

        var query = parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => Encoded(pair[0]), pair => Encoded(pair.Length == 2 ? pair[1] : string.Empty), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}={string.Join(',', group.Order(StringComparer.Ordinal))}");
        return $"{parts[0]}?{string.Join('&', query)}";
    }

    // Decoded and encoded again, so that every spelling of a query is signed as RFC 3986 writes it, with %20 for a blank.
    private static string Encoded(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text.Replace('+', ' ')));
}
