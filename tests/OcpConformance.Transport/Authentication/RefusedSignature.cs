using System.Globalization;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;

namespace OcpConformance.Transport.Authentication;

/// <summary>Signatures that a target must refuse: each is right but for one thing.</summary>
/// <param name="caller">What is wrong: one of <see cref="RefusedCaller.WithAccessKey"/>.</param>
/// <param name="key">The key that exists.</param>
public sealed class RefusedSignature(string caller, AccessKeyCredentials key) : ICredentials
{
    private const string OtherScheme = "OCP-ACCESS-KEY-HMACSHA256";
    private const string WrongSecret = "not-the-secret-used-by-ocp-conformance";
    private const string NoSuchKey = "NoSuchKeyOfOcpConformance";
    private static readonly TimeSpan TooFarOff = TimeSpan.FromMinutes(16);

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets => [];

    /// <inheritdoc />
    public string CurlOptions => key.CurlOptions;

    /// <inheritdoc />
    public LoginAttempt? Login => caller == RefusedCaller.UnknownKey ? null : new(LoginAttempt.AccessKey, IsValid: false);

    /// <inheritdoc />
    public IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var moment = caller switch
        {
            RefusedCaller.DateEarly => now - TooFarOff,
            RefusedCaller.DateLate => now + TooFarOff,
            _ => now,
        };
        Header[] date = caller == RefusedCaller.WithoutDate ? [] : [new Header("Date", moment.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture))];
        Header[] signed = [.. headers, .. date];
        var authorization = caller switch
        {
            RefusedCaller.AlteredBody => key.Authorization(method, url, signed, []),
            RefusedCaller.AlteredQuery => key.Authorization(method, new Uri(url.GetLeftPart(UriPartial.Path)), signed, body),
            RefusedCaller.WrongSecret => new AccessKeyCredentials(key.Id, WrongSecret).Authorization(method, url, signed, body),
            RefusedCaller.UnknownKey => key.WithId(NoSuchKey).Authorization(method, url, signed, body),
            RefusedCaller.WrongAlgorithm => key.Authorization(method, url, signed, body, OtherScheme),
            RefusedCaller.LowerCaseAlgorithm => key.Authorization(method, url, signed, body, SignedMessage.Scheme.ToLowerInvariant()),
            RefusedCaller.ReplayedMethod => key.Authorization(method == "GET" ? "POST" : "GET", url, signed, body),
            _ => key.Authorization(method, url, signed, body),
        };
        return [.. date, authorization];
    }
}
