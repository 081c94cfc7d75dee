using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges what the members of <c>page</c> mean together. Nothing else about them is promised: not even that size echoes the request.</summary>
internal static class PageJudge
{
    public static void Judge(JsonElement body, VerdictCollector book)
    {
        if (book.ViolatedAt("/data/page") is { } owner)
        {
            book.Block(EnvelopeRules.PageArithmetic, $"{owner.Id} is violated");
        }
        else if (Number(body, "size") is { } size && size > 0 && Number(body, "totalElements") is { } elements && Number(body, "totalPages") is { } pages)
        {
            var expected = (elements / size) + (elements % size == 0 ? 0 : 1);
            book.Record(EnvelopeRules.PageArithmetic, pages == expected, "/data/page/totalPages", () =>
                string.Create(CultureInfo.InvariantCulture, $"{pages} with {elements} entries in pages of {size}"));
        }
        else
        {
            book.NotExercised(EnvelopeRules.PageArithmetic, "the answer has no page of a size above zero");
        }
    }

    private static long? Number(JsonElement body, string member) =>
        JsonPointer.Find(body, $"/data/page/{member}") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
}
