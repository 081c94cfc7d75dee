using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.Transport.Authentication;

/// <summary>User name and password for HTTP Basic (RFC 7617), in UTF-8.</summary>
/// <param name="userName">The user name; holds no colon.</param>
/// <param name="password">The password.</param>
public sealed class BasicCredentials(string userName, string password) : ICredentials
{
    private readonly string token = Encode(userName, password);

    /// <summary>The user name.</summary>
    public string UserName { get; } = userName;

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets { get; } =
        [password, Encode(userName, password), .. Redactor.WhereLong(userName), .. password.Length < Redactor.LeastAnywhere ? [$"{userName}:{password}"] : Array.Empty<string>()];

    /// <inheritdoc />
    public string CurlOptions => "-u \"$OCP_USERNAME:$OCP_PASSWORD\"";

    /// <inheritdoc />
    public LoginAttempt? Login => new(LoginAttempt.UserNameAndPassword, IsValid: true);

    /// <inheritdoc />
    public IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        [new("Authorization", $"Basic {token}")];

    private static string Encode(string userName, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));
}
