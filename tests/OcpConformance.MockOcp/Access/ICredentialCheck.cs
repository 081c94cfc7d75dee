using OcpConformance.Contract.Exchanges;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Access;

/// <summary>Checks credentials of one kind.</summary>
internal interface ICredentialCheck
{
    /// <summary>Whether a request has the right credentials.</summary>
    bool Admits(IncomingRequest request);

    /// <summary>What alone is wrong with a request that is not let in, as one of <see cref="RefusedCaller"/>; null where nothing or more than one thing is.</summary>
    string? OnlyDefect(IncomingRequest request);
}
