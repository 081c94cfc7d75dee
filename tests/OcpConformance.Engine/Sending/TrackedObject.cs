using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Sending;

/// <summary>The life of one object: its steps so far, and by what it is known.</summary>
/// <param name="lifecycle">Its operations.</param>
/// <param name="steps">The planned steps.</param>
/// <param name="sender">Sends.</param>
/// <param name="name">The name that it gets, where it has one.</param>
internal sealed class TrackedObject(ObjectLifecycle lifecycle, IReadOnlyList<PlannedExchange> steps, ExchangeSender sender, string name)
{
    private const string Contents = "/data/contents";

    private readonly List<SentExchange> sent = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Its name; null where it has none.</summary>
    public string? Name => lifecycle.NameInBody is null ? null : name;

    /// <summary>The value by which paths name it; null where it is not known, or paths do not name it.</summary>
    public string? Key { get; set; }

    /// <summary>Why further steps are not sent; null where they are.</summary>
    public Message? Blocked { get; private set; }

    /// <summary>Whether an answer claims success.</summary>
    public static bool Accepts(ExchangeAnswer answer) =>
        answer.Status is >= 200 and < 300 && (StrictJson.Read(answer.Body).Value is not { } body || JsonPointer.Find(body, "/successful") is not { ValueKind: JsonValueKind.False });

    /// <summary>Keeps further steps from being sent; the first reason counts.</summary>
    public void Block(Message reason) => Blocked ??= reason;

    /// <summary>Takes a step.</summary>
    /// <returns>The answer; null where there is no such step, or none came.</returns>
    public async Task<ExchangeAnswer?> TakeAsync(string step, CancellationToken cancellationToken)
    {
        if (steps.FirstOrDefault(planned => planned.Scenario.Detail == step) is not { } planned || !taken.Add(step))
        {
            return null;
        }

        if ((Blocked ?? planned.Blocked) is { } reason)
        {
            Block(reason);
            sent.Add(new SentExchange(planned, null, reason));
            return null;
        }

        var attempts = await sender.SendInTurnAsync(Complete(planned), cancellationToken).ConfigureAwait(false);
        sent.AddRange(attempts);

        // What is not asked for because the run ends says nothing about the object.
        if (attempts[^1].BlockedReason is { } held && (step == LifecycleStep.Create || !held.Equals(ExchangeSender.Interrupted)))
        {
            Block(held);
        }

        return attempts[^1].Exchange?.Answer;
    }

    /// <summary>The name that the list, or what shows an object, has under the key, where it is another than the run gave; null otherwise.</summary>
    public string? OtherName(ExchangeAnswer? list, ExchangeAnswer? shown)
    {
        if (lifecycle is not { NameInObject: { } named, Member: { } member })
        {
            return null;
        }

        var entries = list is null ? [] : Entries(list).Where(entry => JsonPointer.Find(entry, member)?.ToString() == Key);
        var single = shown is not null && Accepts(shown) && StrictJson.Read(shown.Body).Value is { } answer ? JsonPointer.Find(answer, "/data") : null;
        return entries.Append(single ?? default)
            .Select(found => found.ValueKind == JsonValueKind.Object && JsonPointer.Find(found, named) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null)
            .FirstOrDefault(other => other is not null && !other.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Takes the steps that are left.</summary>
    /// <returns>What became of all steps.</returns>
    public async Task<IReadOnlyList<SentExchange>> EndAsync(CancellationToken cancellationToken)
    {
        foreach (var step in LifecycleStep.All)
        {
            await TakeAsync(step, cancellationToken).ConfigureAwait(false);
        }

        return sent;
    }

    /// <summary>
    /// The value by which paths name the object, in the answer to its creation; null where it is not there. Where paths have
    /// its name it is the one that it was given, in the case in which the answer has it, and never another.
    /// </summary>
    public string? KeyIn(ExchangeAnswer created)
    {
        var key = lifecycle.Answer is { } place && StrictJson.Read(created.Body).Value is { } body ? Segment(JsonPointer.Find(body, place)) : null;
        return lifecycle.Member is null || lifecycle.Member != lifecycle.NameInObject || name.Equals(key, StringComparison.OrdinalIgnoreCase) ? key : name;
    }

    /// <summary>The same in the list, by the name of the object.</summary>
    public string? KeyInList(ExchangeAnswer list) => KeyInList(lifecycle, name, list);

    /// <summary>The value by which paths name an object, in the list that has it; null where it is not there.</summary>
    public static string? KeyInList(ObjectLifecycle lifecycle, string name, ExchangeAnswer list)
    {
        if (lifecycle is not { NameInObject: { } named, Member: { } member })
        {
            return null;
        }

        var found = Entries(list).Where(entry => JsonPointer.Find(entry, named) is { ValueKind: JsonValueKind.String } text && text.GetString() == name).ToList();
        return found.Count == 1 ? Segment(JsonPointer.Find(found[0], member)) : null;
    }

    /// <summary>Whether a list came in one page, so that what it does not show is not there.</summary>
    public static bool IsWhole(ExchangeAnswer list) =>
        StrictJson.Read(list.Body).Value is { } body && (JsonPointer.Find(body, "/data/page/totalPages") is not { ValueKind: JsonValueKind.Number } pages || (pages.TryGetInt64(out var count) && count <= 1));

    private static IEnumerable<JsonElement> Entries(ExchangeAnswer list) =>
        StrictJson.Read(list.Body).Value is { } body && JsonPointer.Find(body, Contents) is { ValueKind: JsonValueKind.Array } entries ? entries.EnumerateArray() : [];

    private static string? Segment(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } found && PathTemplate.IsSegment(found.ToString()) ? found.ToString() : null;

    private PlannedExchange Complete(PlannedExchange planned) => planned with
    {
        Values = lifecycle.Parameter is { } parameter && Key is { } key && planned.Operation.Path.Names.Contains(parameter)
            ? new Dictionary<string, string>(planned.Values, StringComparer.Ordinal) { [parameter] = key }
            : planned.Values,
        Body = planned.Body is { } body && lifecycle.NameInBody is { } place ? BodyEdit.Set(body, place, name) : planned.Body,
        BodyResources = lifecycle.Resources,
        Note = new WriteNote(planned.Operation.Id, lifecycle.Kind, Name, Key),
    };
}
