using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges the pages of lists against each other and against what was asked for.</summary>
/// <param name="firstPages">The first page of each list.</param>
internal sealed class PagingJudge(IReadOnlyDictionary<Operation, ExchangeAnswer> firstPages)
{
    private const string Contents = "/data/contents";
    private const string Page = "/data/page";

    /// <summary>Judges one page of a list that was answered.</summary>
    public void JudgePage(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (exchange.Scenario.Detail != Scenario.SecondPage)
        {
            Both(book, Message.Of("first-page-alone"));
        }
        else if (!firstPages.TryGetValue(exchange.Operation, out var first) || StrictJson.Read(first.Body).Value is not { } other || JsonPointer.Find(other, Contents) is null)
        {
            Both(book, Message.Of("first-page-unanswered"));
        }
        else
        {
            JudgeEntries(Entries(other), Entries(body), book);
            JudgeTotals(other, body, book);
        }
    }

    /// <summary>Judges a page behind the last one.</summary>
    public static void JudgeBehindLast(ExchangeAnswer answer, JsonElement body, VerdictCollector book)
    {
        var entries = Entries(body);
        book.Record(PagingRules.BehindLastIsEmpty, answer.Status == 200 && entries.Count == 0, Contents, () =>
            answer.Status == 200 ? Message.Of("page-not-empty", entries.Count, Excerpt.Of(entries[0])) : Message.Of("http-answer", answer.Status, Excerpt.Of(answer.Body)));
    }

    /// <summary>Judges a page of one entry more than the documented maximum.</summary>
    public static void JudgeOversized(Exchange exchange, ExchangeAnswer answer, JsonElement body, VerdictCollector book)
    {
        var maximum = PagingParameters.Of(exchange.Operation)?.Maximum ?? long.MaxValue;
        var entries = Entries(body).Count;
        var size = JsonPointer.Find(body, $"{Page}/size") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : 0;
        book.Record(PagingRules.SizeIsLimited, answer.Status >= 400 || (entries <= maximum && size <= maximum), Page, () =>
            Message.Of("page-too-large", entries, size, maximum));
    }

    // Entries that have an id are the same where that is; others where all of them is. What the first page itself holds twice tells nothing.
    private static void JudgeEntries(List<JsonElement> first, List<JsonElement> second, VerdictCollector book)
    {
        var known = first.Select(Identity).GroupBy(identity => identity, StringComparer.Ordinal).Where(group => group.Count() == 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0 || second.Count == 0)
        {
            book.NotExercised(PagingRules.PagesDisjoint, Message.Of("list-too-short"));
            return;
        }

        var repeated = second.FindIndex(entry => known.Contains(Identity(entry)));
        book.Record(PagingRules.PagesDisjoint, repeated < 0, JsonPointer.Append(Contents, Math.Max(repeated, 0)), () => Message.Of("on-first-page-too", Excerpt.Of(second[repeated])));
    }

    private static void JudgeTotals(JsonElement first, JsonElement second, VerdictCollector book)
    {
        string[] totals = ["totalElements", "totalPages"];
        var pairs = totals
            .Select(name => (Place: JsonPointer.Append(Page, name), First: JsonPointer.Find(first, JsonPointer.Append(Page, name)), Second: JsonPointer.Find(second, JsonPointer.Append(Page, name))))
            .Where(pair => pair is { First: not null, Second: not null })
            .ToList();
        if (pairs.Count == 0)
        {
            book.NotExercised(PagingRules.PagesAgreeOnTotals, Message.Of("no-totals"));
            return;
        }

        book.Conform(PagingRules.PagesAgreeOnTotals);
        foreach (var (place, one, other) in pairs.Where(pair => !JsonElement.DeepEquals(pair.First!.Value, pair.Second!.Value)))
        {
            book.Violate(PagingRules.PagesAgreeOnTotals, place, Message.Of("other-on-first-page", Excerpt.Of(other!.Value), Excerpt.Of(one!.Value)));
        }
    }

    private static void Both(VerdictCollector book, Message reason)
    {
        book.NotExercised(PagingRules.PagesDisjoint, reason);
        book.NotExercised(PagingRules.PagesAgreeOnTotals, reason);
    }

    private static List<JsonElement> Entries(JsonElement body) =>
        JsonPointer.Find(body, Contents) is { ValueKind: JsonValueKind.Array } contents ? [.. contents.EnumerateArray()] : [];

    private static string Identity(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out var id) ? id.GetRawText() : entry.GetRawText();
}
