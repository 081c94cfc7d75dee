using System.Text;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Authentication;

/// <summary>Credentials for HTTP Basic that a target must refuse.</summary>
/// <param name="caller">Who calls: one of <see cref="RefusedCaller.WithWrongPassword"/> or <see cref="RefusedCaller.WithoutUser"/>.</param>
/// <param name="userName">The user that exists; null where none is known.</param>
public sealed class RefusedBasic(string caller, string? userName = null) : ICredentials
{
    private const string WrongPassword = "not-the-password-sent-by-ocp-conformance";
    private const string NonAsciiPassword = "not-the-pässwörd-密码-sent-by-ocp-conformance";
    private const string NoSuchUser = "no-such-user-of-ocp-conformance";

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets => [];

    /// <inheritdoc />
    public string CurlOptions => caller switch
    {
        RefusedCaller.MalformedHeader => $"-H 'Authorization: {Authorization}'",
        RefusedCaller.UnknownUser => $"-u '{NoSuchUser}:{WrongPassword}'",
        _ => $"-u \"$OCP_USERNAME:{Password}\"",
    };

    private string Password => caller switch
    {
        RefusedCaller.EmptyPassword => string.Empty,
        RefusedCaller.NonAsciiPassword => NonAsciiPassword,
        _ => WrongPassword,
    };

    private string Authorization => caller == RefusedCaller.MalformedHeader
        ? "Basic %not-base64%"
        : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{(caller == RefusedCaller.UnknownUser ? NoSuchUser : userName)}:{Password}"))}";

    /// <inheritdoc />
    public LoginAttempt? Login => RefusedCaller.WithoutUser.Contains(caller) ? null : new(LoginAttempt.UserNameAndPassword, IsValid: false);

    /// <inheritdoc />
    public IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        [new("Authorization", Authorization)];
}
