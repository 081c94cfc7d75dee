using System.Globalization;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;

namespace OcpConformance.Transport.Authentication;

/// <summary>An access key that signs every request.</summary>
/// <param name="accessKeyId">Id of the key.</param>
/// <param name="accessKeySecret">Secret of the key.</param>
public sealed class AccessKeyCredentials(string accessKeyId, string accessKeySecret) : ICredentials
{
    private const string WrongSecret = "not-the-secret-used-by-ocp-conformance";

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets { get; } = [accessKeySecret];

    /// <inheritdoc />
    public string CurlOptions => "-H \"Authorization: $OCP_AUTHORIZATION\" -H \"Date: $OCP_DATE\"";

    /// <inheritdoc />
    public IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var date = new Header("Date", now.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture));
        var message = SignedMessage.Of(method, url.PathAndQuery, url.Authority, [.. headers, date], body);
        return [date, new Header("Authorization", $"{SignedMessage.Scheme} {accessKeyId}:{SignedMessage.Sign(message, accessKeySecret)}")];
    }

    /// <summary>The same key with a secret that is not the right one.</summary>
    public AccessKeyCredentials WithWrongSecret() => new(accessKeyId, WrongSecret);
}
