using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Checking;

/// <summary>Checks requests of one operation against its documentation; made once for each operation.</summary>
internal sealed class RequestCheck
{
    private readonly IReadOnlyList<(string Name, ParameterCheck Check)> path;
    private readonly IReadOnlyList<(string Name, bool Required, ParameterCheck Check)> query;
    private readonly SortCheck? sort;
    private readonly BodyCheck? body;

    /// <summary>Prepares the check.</summary>
    public RequestCheck(ContractCatalog contract, Operation operation)
    {
        path = [.. operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Path).Select(parameter => (parameter.Name, new ParameterCheck(parameter.Schema)))];
        query = [.. operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Query).Select(parameter => (parameter.Name, parameter.Required, CheckOf(operation, parameter)))];
        sort = SortCheck.Of(operation);
        body = BodyCheck.Of(contract, operation);
    }

    /// <summary>Why a request is rejected, as one of <see cref="ErrorCause"/>; null where it is taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="values">Values of the path parameters.</param>
    /// <param name="json">The body as JSON; null where it is none.</param>
    public string? Reject(IncomingRequest request, IReadOnlyDictionary<string, string> values, JsonElement? json)
    {
        foreach (var (name, check) in path)
        {
            if (values.TryGetValue(name, out var value) && check.Reject(value) is { } cause)
            {
                return cause;
            }
        }

        foreach (var (name, required, check) in query)
        {
            var cause = request.Query.TryGetValue(name, out var value) ? check.Reject(value)
                : required ? ErrorCause.MissingParameter
                : null;
            if (cause is not null)
            {
                return cause;
            }
        }

        return sort?.Reject(request) ?? body?.Reject(request, json);
    }

    private static ParameterCheck CheckOf(Operation operation, Parameter parameter) =>
        operation.Shape == AnswerShape.Page && parameter.Name is PagingParameters.Page or PagingParameters.Size
            ? new ParameterCheck(parameter.Schema, minimum: 1, capped: parameter.Name == PagingParameters.Size)
            : new ParameterCheck(parameter.Schema);
}
