using System.Globalization;
using OcpConformance.Contract.Catalog;

namespace OcpConformance.MockOcp.Answering;

/// <summary>The part of a list that a request asks for.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Length">Greatest number of entries on it.</param>
internal sealed record PageWish(int Number, int Length)
{
    /// <summary>Query parameter that names the page.</summary>
    public const string Page = "page";

    /// <summary>Query parameter that says how many entries a page has.</summary>
    public const string Size = "size";

    private const int UsualLength = 10;

    /// <summary>The wish of a request that has passed the checks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The greatest size that is served; null for none.</param>
    public static PageWish Of(IncomingRequest request, int? limit)
    {
        var length = Value(request, Size) ?? UsualLength;
        return new PageWish(Value(request, Page) ?? 1, limit is { } most ? Math.Min(length, most) : length);
    }

    /// <summary>The greatest size that an operation documents; null where it documents none.</summary>
    public static int? LimitOf(Operation operation) =>
        operation.Parameters.FirstOrDefault(parameter => parameter is { In: ParameterPlace.Query, Name: Size }) is { } size
        && size.Schema.TryGetProperty("maximum", out var maximum) && maximum.TryGetInt32(out var most)
            ? most
            : null;

    private static int? Value(IncomingRequest request, string name) =>
        request.Query.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (int)Math.Clamp(value, 1, int.MaxValue)
            : null;
}
