using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Running;

/// <summary>Chooses the request that shows whether a target accepts the credentials: it reads, needs them, and needs no id.</summary>
internal static class LoginRequest
{
    /// <summary>Path and query: the list that the first resource is looked up in, or else the first operation that fits; null where none does.</summary>
    public static string? Of(ContractCatalog contract) =>
        contract.Resources.Values
            .Where(resource => resource.Path is { } path && contract.Find("GET", path) is var (operation, _) && Fits(operation))
            .Select(resource => RequestParameters.PathAndQuery(resource.Path!, resource.Query))
            .Concat(contract.Operations.Where(Fits).Select(operation => operation.Path.Text))
            .FirstOrDefault();

    private static bool Fits(Operation operation) =>
        operation is { Effect: Effect.Read, NeedsCredentials: true, Method: "GET" } && !operation.Path.Names.Any() && !operation.Parameters.Any(parameter => parameter.Required);
}
