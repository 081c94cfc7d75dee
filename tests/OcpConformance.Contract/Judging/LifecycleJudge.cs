using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges what is shown of an object against the request that created it.</summary>
/// <param name="lifecycles">Which operations belong together.</param>
/// <param name="creations">The exchanges that created objects, by their operation.</param>
internal sealed class LifecycleJudge(Lifecycles lifecycles, IReadOnlyDictionary<Operation, Exchange> creations)
{
    private const string Contents = "/data/contents";
    private const string Pages = "/data/page/totalPages";

    /// <summary>Judges one answer that shows data.</summary>
    public void Judge(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (LifecycleRules.Of(exchange.Scenario) is not [var requirement])
        {
            return;
        }

        var id = exchange.Operation.Id;
        var reads = exchange.Scenario.Detail == LifecycleStep.Read;
        var lifecycle = lifecycles.Objects.FirstOrDefault(found => id == (reads ? found.Read : found.List));
        var creation = creations.FirstOrDefault(pair => pair.Key.Id == lifecycle?.Create).Value;
        if (creation is { Answer: not { Status: < 300 } })
        {
            book.NotExercised(requirement, Message.Of("creation-refused"));
        }
        else if (lifecycle is null || creation?.Request.Body is not { } given || StrictJson.Read(given).Value is not { } asked)
        {
            book.NotExercised(requirement, Message.Of("creation-unknown"));
        }
        else if (reads)
        {
            JudgeShown(lifecycle, asked, body, book);
        }
        else
        {
            JudgeListed(lifecycle, asked, body, book);
        }
    }

    private static void JudgeShown(ObjectLifecycle lifecycle, JsonElement asked, JsonElement body, VerdictCollector book)
    {
        book.Conform(LifecycleRules.CreatedIsShown);
        foreach (var (from, to) in Own(lifecycle))
        {
            var (sent, shown) = (JsonPointer.Find(asked, from), JsonPointer.Find(body, $"/data{to}"));
            if (sent is { } one && (shown is not { } other || !JsonElement.DeepEquals(one, other)))
            {
                book.Violate(LifecycleRules.CreatedIsShown, $"/data{to}", Message.Of("not-as-created", Told(body, $"/data{to}"), Excerpt.Of(one)));
            }
        }
    }

    private static void JudgeListed(ObjectLifecycle lifecycle, JsonElement asked, JsonElement body, VerdictCollector book)
    {
        if (lifecycle is not { NameInBody: { } from, NameInObject: { } to } || JsonPointer.Find(asked, from) is not { } name)
        {
            book.NotExercised(LifecycleRules.CreatedIsListed, Message.Of("object-without-name"));
            return;
        }

        var entries = JsonPointer.Find(body, Contents) is { ValueKind: JsonValueKind.Array } contents ? [.. contents.EnumerateArray()] : Array.Empty<JsonElement>();
        var listed = entries.Any(entry => JsonPointer.Find(entry, to) is { } found && JsonElement.DeepEquals(found, name));
        if (!listed && JsonPointer.Find(body, Pages) is { ValueKind: JsonValueKind.Number } pages && pages.TryGetInt64(out var count) && count > 1)
        {
            book.NotExercised(LifecycleRules.CreatedIsListed, Message.Of("object-on-later-page", count));
            return;
        }

        book.Record(LifecycleRules.CreatedIsListed, listed, Contents, () => Message.Of("not-listed", entries.Length, Excerpt.Of(name)));
    }

    // The name of an object is its own; one without a name is known by what else it has from the request.
    private static IEnumerable<KeyValuePair<string, string>> Own(ObjectLifecycle lifecycle) =>
        lifecycle is { NameInBody: { } from, NameInObject: { } to } ? [new(from, to)] : lifecycle.Copies;

    private static Message Told(JsonElement body, string place) => JsonPointer.Find(body, place) is { } value ? Excerpt.Of(value) : Message.Of("nothing");
}
