using OcpConformance.Contract.Fixtures;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Lets in who has credentials of one kind or the other.</summary>
/// <param name="basic">Checks user name and password.</param>
/// <param name="accessKey">Checks signatures.</param>
internal sealed class Gate(BasicGate basic, AccessKeyGate accessKey)
{
    /// <summary>Why a request is not let in; null where it is.</summary>
    public string? Refuse(IncomingRequest request) =>
        string.IsNullOrEmpty(request.Authorization) ? ErrorCause.WithoutCredentials
        : basic.Admits(request.Authorization) || accessKey.Admits(request) ? null
        : ErrorCause.WrongCredentials;
}
