using System.Text;

namespace OcpConformance.Transport.Authentication;

/// <summary>User name and password for HTTP Basic (RFC 7617), in UTF-8.</summary>
/// <param name="userName">The user name; holds no colon.</param>
/// <param name="password">The password.</param>
public sealed class BasicCredentials(string userName, string password) : ICredentials
{
    private readonly string token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets { get; } = [password];

    /// <inheritdoc />
    public string CurlOptions => "-u \"$OCP_USERNAME:$OCP_PASSWORD\"";

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, string>> Headers() => [new("Authorization", $"Basic {token}")];

    /// <summary>The same user with a password that is not the right one.</summary>
    public BasicCredentials WithWrongPassword() => new(userName, $"wrong-{password.Length}-ocp-conformance");
}
