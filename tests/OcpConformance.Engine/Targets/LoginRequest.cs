using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Targets;

/// <summary>Chooses requests that show whether a target accepts the credentials: they read, need credentials, and need no id.</summary>
internal static class LoginRequest
{
    /// <summary>
    /// Path and query of each, the best first: the list that the first resource is looked up in, then what every user may see,
    /// as far as the documentation names no permission, then the rest.
    /// </summary>
    public static IEnumerable<string> All(ContractCatalog contract) =>
        contract.Resources.Values
            .Where(resource => resource.Path is { } path && contract.Find("GET", path) is var (operation, _) && Fits(operation))
            .Select(resource => RequestParameters.PathAndQuery(resource.Path!, resource.Query))
            .Take(1)
            .Concat(contract.Operations.Where(Fits).OrderBy(operation => operation.Permission is null ? 0 : 1).Select(operation => operation.Path.Text))
            .Distinct(StringComparer.Ordinal);

    private static bool Fits(Operation operation) =>
        operation is { Effect: Effect.Read, NeedsCredentials: true, Method: "GET" } && !operation.Path.Names.Any() && !operation.Parameters.Any(parameter => parameter.Required);
}
