using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Access;

/// <summary>Lets in who has credentials of one kind or the other.</summary>
/// <param name="basic">Checks user name and password.</param>
/// <param name="accessKey">Checks signatures.</param>
internal sealed class CredentialGate(BasicGate basic, AccessKeyGate accessKey)
{
    /// <summary>Why a request is not let in; null where it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="admitted">The callers that a fault lets in although it must not, as names of <see cref="RefusedCaller"/>.</param>
    public string? Refuse(IncomingRequest request, IReadOnlyCollection<string> admitted)
    {
        if (request.Authorization is not { Length: > 0 } authorization)
        {
            return ErrorCause.WithoutCredentials;
        }

        ICredentialCheck check = AccessKeyGate.Claims(authorization) ? accessKey : basic;
        return check.Admits(request) || (admitted.Count > 0 && check.OnlyDefect(request) is { } defect && admitted.Contains(defect))
            ? null
            : ErrorCause.WrongCredentials;
    }
}
