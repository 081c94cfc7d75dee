using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Authentication;

/// <summary>No credentials, as for recorded traffic.</summary>
public sealed class NoCredentials : ICredentials
{
    private NoCredentials()
    {
    }

    /// <summary>The one instance.</summary>
    public static NoCredentials Instance { get; } = new();

    /// <inheritdoc />
    public IReadOnlyList<string> Secrets => [];

    /// <inheritdoc />
    public string CurlOptions => "-u \"$OCP_USERNAME:$OCP_PASSWORD\"";

    /// <inheritdoc />
    public LoginAttempt? Login => null;

    /// <inheritdoc />
    public IEnumerable<Header> Headers(string method, Uri url, IReadOnlyList<Header> headers, ReadOnlySpan<byte> body, DateTimeOffset now) => [];
}
