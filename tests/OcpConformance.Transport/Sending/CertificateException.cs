using System.Security.Authentication;

namespace OcpConformance.Transport.Sending;

/// <summary>A certificate is not accepted; the message says why, and what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class CertificateException(string message) : AuthenticationException(message);
