using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Sending;

/// <summary>Takes objects from their creation to their deletion, one after the other, each step once.</summary>
/// <param name="lifecycles">Which operations belong together.</param>
/// <param name="sender">Sends.</param>
/// <param name="run">Id of the run; names of objects are made from it.</param>
/// <param name="ledger">Where is noted what was created; null where the target needs no protection.</param>
internal sealed class LifecycleRunner(Lifecycles lifecycles, ExchangeSender sender, string run, WriteLedger? ledger)
{
    /// <summary>What the names of all objects that runs create begin with.</summary>
    public const string NamePrefix = "ocpconf_";

    /// <summary>Sends the steps of a plan.</summary>
    /// <returns>What became of each, in the order of the plan.</returns>
    public async Task<IReadOnlyList<SentExchange>> SendAsync(IReadOnlyList<PlannedExchange> plan, CancellationToken cancellationToken)
    {
        var sent = new List<SentExchange>(plan.Count);
        var rest = plan.ToList();
        foreach (var lifecycle in lifecycles.Objects)
        {
            var steps = rest.Where(planned => lifecycle.Operations.Contains(planned.Operation.Id)).ToList();
            rest.RemoveAll(steps.Contains);
            sent.AddRange(await LiveAsync(lifecycle, steps, cancellationToken).ConfigureAwait(false));
        }

        return [.. sent, .. rest.Select(planned => new SentExchange(planned, null, Message.Of("lifecycle-incomplete")))];
    }

    private async Task<IReadOnlyList<SentExchange>> LiveAsync(ObjectLifecycle lifecycle, IReadOnlyList<PlannedExchange> steps, CancellationToken cancellationToken)
    {
        var life = new TrackedObject(lifecycle, steps, sender, $"{NamePrefix}{run}");
        var answer = await life.TakeAsync(LifecycleStep.Create, cancellationToken).ConfigureAwait(false);
        if (answer is not null && !TrackedObject.Accepts(answer))
        {
            life.Block(Message.Of("creation-not-accepted", answer.Status));
        }

        if (life.Blocked is not null)
        {
            return await life.EndAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            // What was created is deleted also where the run is given up, and what is shown of it says whether it may be.
            Note(lifecycle, life, answer);
            var list = await FindAsync(lifecycle, life, answer).ConfigureAwait(false);
            var shown = await life.TakeAsync(LifecycleStep.Read, CancellationToken.None).ConfigureAwait(false);

            // A target that names an object which was there before is not to lose it.
            if (ledger is not null && life.OtherName(list, shown) is { } other)
            {
                life.Block(Message.Of("other-object-shown", lifecycle.Title, other, life.Name!));
            }
        }
        finally
        {
            // What was created goes, whatever happened in between.
            var gone = await life.TakeAsync(LifecycleStep.Delete, CancellationToken.None).ConfigureAwait(false);
            Conclude(lifecycle, life, gone);
        }

        return await life.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Note(ObjectLifecycle lifecycle, TrackedObject life, ExchangeAnswer? answer)
    {
        life.Key = answer is null ? null : life.KeyIn(answer);
        if (answer is not null)
        {
            ledger?.Create(lifecycle.Kind, life.Name, life.Key);
        }
    }

    private async Task<ExchangeAnswer?> FindAsync(ObjectLifecycle lifecycle, TrackedObject life, ExchangeAnswer? created)
    {
        var list = await life.TakeAsync(LifecycleStep.List, CancellationToken.None).ConfigureAwait(false);
        if (life.Key is null && list is not null && life.KeyInList(list) is { } found)
        {
            life.Key = found;
            ledger?.Create(lifecycle.Kind, life.Name, found);
        }

        if (lifecycle.Parameter is not null && life.Key is null)
        {
            life.Block(Message.Of(created is null ? "creation-not-answered" : "creation-names-nothing"));
        }

        return list;
    }

    private void Conclude(ObjectLifecycle lifecycle, TrackedObject life, ExchangeAnswer? gone)
    {
        if (gone is not null && TrackedObject.Accepts(gone))
        {
            ledger?.Undo(run, lifecycle.Kind, life.Name, $"deleted (HTTP {gone.Status})");
        }
        else
        {
            life.Block(gone is null ? Message.Of("deletion-not-answered") : Message.Of("deletion-not-accepted", gone.Status));
        }
    }
}
