using System.Security.Authentication;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Sending;

/// <summary>A certificate is not accepted.</summary>
/// <param name="problem">Why, and what to do.</param>
internal sealed class CertificateException(Message problem) : AuthenticationException(problem.Text)
{
    public Message Problem { get; } = problem;
}
