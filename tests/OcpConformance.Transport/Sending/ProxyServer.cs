using System.Net;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Sending;

/// <summary>A proxy between the suite and a target.</summary>
/// <param name="Address">Where it is, without credentials.</param>
/// <param name="Variable">The environment variable that names it.</param>
public sealed record ProxyServer(Uri Address, string Variable)
{
    /// <summary>Who asks the proxy; null for nobody.</summary>
    public NetworkCredential? Credentials { get; init; }

    /// <summary>What must appear in no output.</summary>
    public IEnumerable<string> Secrets => Credentials is { Password.Length: > 0 } known ? [known.Password] : [];

    /// <summary>The proxy as a message calls it.</summary>
    public Message Words => Message.Of("proxy", Address.GetLeftPart(UriPartial.Authority), Variable);

    /// <inheritdoc />
    public override string ToString() => Words.Text;
}
