using System.Text.Json.Nodes;
using OcpConformance.MockOcp.Faults;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Cuts a page out of the entries of an answer, and says so in <c>page</c>.</summary>
internal static class PageMaker
{
    /// <summary>Leaves the wanted entries in an answer.</summary>
    /// <param name="envelope">The answer with all entries; changed in place.</param>
    /// <param name="wish">The page that is wanted.</param>
    /// <param name="fault">How to misbehave; null for not at all.</param>
    public static void Cut(JsonObject envelope, PageWish wish, PagingFault? fault)
    {
        if (envelope["data"] is not JsonObject data || data["contents"] is not JsonArray entries)
        {
            return;
        }

        long total = entries.Count;
        var pages = Pages(total, wish.Length);
        var number = fault switch
        {
            PagingFault.IgnoresPage => 1,
            PagingFault.RepeatsBehindLast => Math.Max(1, Math.Min(wish.Number, pages)),
            _ => wish.Number,
        };
        var first = (number - 1L) * wish.Length - (fault == PagingFault.Overlapping && number > 1 ? 1 : 0);
        if (fault == PagingFault.OtherTotals)
        {
            total += wish.Number - 1L;
        }

        data["contents"] = new JsonArray([.. entries.Skip((int)Math.Min(first, int.MaxValue)).Take(wish.Length).Select(entry => entry?.DeepClone())]);
        data["page"] = new JsonObject
        {
            ["number"] = fault == PagingFault.IgnoresPage ? 1 : wish.Number,
            ["size"] = wish.Length,
            ["totalElements"] = total,
            ["totalPages"] = Pages(total, wish.Length),
        };
    }

    private static long Pages(long total, int length) => (total + length - 1) / length;
}
