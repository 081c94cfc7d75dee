using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges what the members of <c>page</c> mean together. Nothing else about them is promised: not even that size echoes the request.</summary>
internal static class PageJudge
{
    public static void Judge(JsonElement body, VerdictCollector book)
    {
        if (book.ViolatedAt("/data/page") is { } owner)
        {
            book.Block(EnvelopeRules.PageArithmetic, Message.Of("rests-on-violated", owner.Id));
        }
        else if (Number(body, "size") is { } size && size > 0 && Number(body, "totalElements") is { } elements && Number(body, "totalPages") is { } pages)
        {
            var expected = (elements / size) + (elements % size == 0 ? 0 : 1);
            book.Record(EnvelopeRules.PageArithmetic, pages == expected, "/data/page/totalPages", () =>
                Message.Of("pages-miscounted", pages, elements, size));
        }
        else
        {
            book.NotExercised(EnvelopeRules.PageArithmetic, Message.Of("no-sized-page"));
        }
    }

    private static long? Number(JsonElement body, string member) =>
        JsonPointer.Find(body, $"/data/page/{member}") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
}
