using System.Text.Json.Nodes;
using OcpConformance.MockOcp.Faults;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Cuts a page out of the entries of an answer, and says so in <c>page</c>.</summary>
internal static class PageSlicer
{
    /// <summary>Leaves the wanted entries in an answer.</summary>
    /// <param name="envelope">The answer with all entries; changed in place.</param>
    /// <param name="wanted">The page that is wanted.</param>
    /// <param name="fault">How to misbehave; null for not at all.</param>
    public static void Cut(JsonObject envelope, PageRequest wanted, PagingFault? fault)
    {
        if (envelope["data"] is not JsonObject data || data["contents"] is not JsonArray entries)
        {
            return;
        }

        long total = entries.Count;
        var pages = Pages(total, wanted.Length);
        var number = fault switch
        {
            PagingFault.IgnoresPage => 1,
            PagingFault.RepeatsBehindLast => Math.Max(1, Math.Min(wanted.Number, pages)),
            _ => wanted.Number,
        };
        var first = (number - 1L) * wanted.Length - (fault == PagingFault.Overlapping && number > 1 ? 1 : 0);
        if (fault == PagingFault.OtherTotals)
        {
            total += wanted.Number - 1L;
        }

        data["contents"] = new JsonArray([.. entries.Skip((int)Math.Min(first, int.MaxValue)).Take(wanted.Length).Select(entry => entry?.DeepClone())]);
        data["page"] = new JsonObject
        {
            ["number"] = fault == PagingFault.IgnoresPage ? 1 : wanted.Number,
            ["size"] = wanted.Length,
            ["totalElements"] = total,
            ["totalPages"] = Pages(total, wanted.Length),
        };
    }

    private static long Pages(long total, int length) => (total + length - 1) / length;
}
