using System.Globalization;
using OcpConformance.Contract.Catalog;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Answering;

/// <summary>The part of a list that a request asks for.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Length">Greatest number of entries on it.</param>
internal sealed record PageRequest(int Number, int Length)
{
    private const int UsualLength = 10;

    /// <summary>The page that a request asks for that has passed the checks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The greatest size that is served; null for none.</param>
    public static PageRequest Of(IncomingRequest request, long? limit)
    {
        var length = Value(request, PagingParameters.Size) ?? UsualLength;
        return new PageRequest(Value(request, PagingParameters.Page) ?? 1, limit is { } most ? (int)Math.Min(length, most) : length);
    }

    private static int? Value(IncomingRequest request, string name) =>
        request.Query.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (int)Math.Clamp(value, 1, int.MaxValue)
            : null;
}
