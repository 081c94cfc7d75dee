using System.Globalization;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.Transport.Authentication;

/// <summary>An access key that signs every request.</summary>
/// <param name="accessKeyId">Id of the key.</param>
/// <param name="accessKeySecret">Secret of the key.</param>
public sealed class AccessKeyCredentials(string accessKeyId, string accessKeySecret) : ICredentials
{
    /// <summary>Id of the key.</summary>
    public string Id { get; } = accessKeyId;

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets { get; } = [accessKeySecret, .. Redactor.WhereLong(accessKeyId)];

    /// <inheritdoc />
    public string CurlOptions => "-H \"Authorization: $OCP_AUTHORIZATION\" -H \"Date: $OCP_DATE\"";

    /// <inheritdoc />
    public LoginAttempt? Login => new(LoginAttempt.AccessKey, IsValid: true);

    /// <inheritdoc />
    public IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var date = new Header("Date", now.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture));
        return [date, Authorization(method, url, [.. headers, date], body)];
    }

    /// <summary>The header that carries the signature of a request.</summary>
    internal Header Authorization(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, string scheme = SignedMessage.Scheme) =>
        new("Authorization", $"{scheme} {Id}:{SignedMessage.Sign(SignedMessage.Of(method, url.PathAndQuery, url.Authority, headers, body), accessKeySecret)}");

    /// <summary>The same secret under the id of another key.</summary>
    internal AccessKeyCredentials WithId(string id) => new(id, accessKeySecret);
}
