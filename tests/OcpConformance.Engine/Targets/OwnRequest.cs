using OcpConformance.Contract.Catalog;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Targets;

/// <summary>What a run asks for itself, beside the exchanges of its plan.</summary>
internal static class OwnRequest
{
    /// <summary>A GET that accepts what the operation of the path may answer with; JSON where the path has no operation.</summary>
    public static OutgoingRequest Of(ContractCatalog contract, string pathAndQuery, ICredentials? credentials) =>
        new("GET", pathAndQuery, Effect.Read, credentials)
        {
            Accept = contract.Find("GET", pathAndQuery.Split('?')[0])?.Operation.Accept ?? Operation.JsonMediaType,
        };
}
