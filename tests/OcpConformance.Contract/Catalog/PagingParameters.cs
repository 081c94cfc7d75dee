using System.Globalization;

namespace OcpConformance.Contract.Catalog;

/// <summary>The parameters by which an operation serves a list in pages, named alike wherever they are documented.</summary>
/// <param name="Maximum">The documented greatest size of a page; null where there is none.</param>
/// <param name="Sort">The parameter that asks for an order; null where there is none.</param>
public sealed record PagingParameters(long? Maximum, Parameter? Sort)
{
    /// <summary>Name of the parameter that counts pages, from 1.</summary>
    public const string Page = "page";

    /// <summary>Name of the parameter that says how many entries a page has.</summary>
    public const string Size = "size";

    private const string SortName = "sort";

    /// <summary>The query for as much of a list as one answer may hold; empty where no greatest size is documented.</summary>
    public static IReadOnlyDictionary<string, string> Largest(Operation operation) => Of(operation) is { Maximum: { } maximum }
        ? new Dictionary<string, string> { [Page] = "1", [Size] = maximum.ToString(CultureInfo.InvariantCulture) }
        : new Dictionary<string, string>();

    /// <summary>The parameters of an operation; null where it does not serve pages.</summary>
    public static PagingParameters? Of(Operation operation)
    {
        var query = operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Query).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        return operation.Shape == AnswerShape.Page && query.ContainsKey(Page) && query.TryGetValue(Size, out var size)
            ? new PagingParameters(size.Bound("maximum"), query.GetValueOrDefault(SortName))
            : null;
    }
}
