using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

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
            Both(book, "the first page alone has no other to agree with");
        }
        else if (!firstPages.TryGetValue(exchange.Operation, out var first) || StrictJson.Read(first.Body).Value is not { } other || JsonPointer.Find(other, Contents) is null)
        {
            Both(book, "the first page was not answered");
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
            answer.Status == 200 ? $"{entries.Count} entries, the first of them {Excerpt.Of(entries[0])}" : $"HTTP {answer.Status}: {Excerpt.Of(answer.Body)}");
    }

    /// <summary>Judges a page of one entry more than the documented maximum.</summary>
    public static void JudgeOversized(Exchange exchange, ExchangeAnswer answer, JsonElement body, VerdictCollector book)
    {
        var maximum = PagingParameters.Of(exchange.Operation)?.Maximum ?? long.MaxValue;
        var entries = Entries(body).Count;
        var size = JsonPointer.Find(body, $"{Page}/size") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : 0;
        book.Record(PagingRules.SizeIsLimited, answer.Status >= 400 || (entries <= maximum && size <= maximum), Page, () =>
            $"a page of {entries} entries that names the size {size}; the documented maximum is {maximum}");
    }

    // Entries that have an id are the same where that is; others where all of them is. What the first page itself holds twice tells nothing.
    private static void JudgeEntries(List<JsonElement> first, List<JsonElement> second, VerdictCollector book)
    {
        var known = first.Select(Identity).GroupBy(identity => identity, StringComparer.Ordinal).Where(group => group.Count() == 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0 || second.Count == 0)
        {
            book.NotExercised(PagingRules.PagesDisjoint, "the list is too short for a second page");
            return;
        }

        var repeated = second.FindIndex(entry => known.Contains(Identity(entry)));
        book.Record(PagingRules.PagesDisjoint, repeated < 0, JsonPointer.Append(Contents, Math.Max(repeated, 0)), () => $"{Excerpt.Of(second[repeated])}, which is on the first page too");
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
            book.NotExercised(PagingRules.PagesAgreeOnTotals, "the pages name no totals");
            return;
        }

        book.Conform(PagingRules.PagesAgreeOnTotals);
        foreach (var (place, one, other) in pairs.Where(pair => !JsonElement.DeepEquals(pair.First!.Value, pair.Second!.Value)))
        {
            book.Violate(PagingRules.PagesAgreeOnTotals, place, $"{Excerpt.Of(other!.Value)}, and {Excerpt.Of(one!.Value)} on the first page");
        }
    }

    private static void Both(VerdictCollector book, string reason)
    {
        book.NotExercised(PagingRules.PagesDisjoint, reason);
        book.NotExercised(PagingRules.PagesAgreeOnTotals, reason);
    }

    private static List<JsonElement> Entries(JsonElement body) =>
        JsonPointer.Find(body, Contents) is { ValueKind: JsonValueKind.Array } contents ? [.. contents.EnumerateArray()] : [];

    private static string Identity(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out var id) ? id.GetRawText() : entry.GetRawText();
}
