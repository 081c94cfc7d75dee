using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Checking;

/// <summary>Checks that entries can be sorted by what a request asks for, like <c>name,asc</c>.</summary>
/// <param name="members">The members of an entry.</param>
internal sealed class SortCheck(IReadOnlyCollection<string> members)
{
    private const string Parameter = "sort";

    private static readonly string[] Directions = ["asc", "desc"];

    /// <summary>The check for an operation; null where its answers cannot be sorted.</summary>
    public static SortCheck? Of(Operation operation) =>
        operation.Parameters.Any(parameter => parameter is { In: ParameterPlace.Query, Name: Parameter })
        && operation.Data?.Root.Members.GetValueOrDefault("contents")?.Node.Items is { Members.Count: > 0 } entry
            ? new SortCheck([.. entry.Members.Keys])
            : null;

    /// <summary>Why a request is rejected; null where it is not.</summary>
    public string? Reject(IncomingRequest request) =>
        request.Query.TryGetValue(Parameter, out var wish)
        && wish.Split(',', StringSplitOptions.RemoveEmptyEntries).Any(word => !members.Contains(word) && !Directions.Contains(word, StringComparer.OrdinalIgnoreCase))
            ? ErrorCause.UnknownSort
            : null;
}
