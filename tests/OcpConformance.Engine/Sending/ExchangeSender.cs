using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Sending;

/// <summary>Sends planned exchanges, several at a time, each once.</summary>
/// <param name="client">Talks to the target.</param>
/// <param name="contract">The contract.</param>
/// <param name="finder">Finds the ids that a plan leaves open.</param>
/// <param name="target">The target.</param>
/// <param name="parallel">How many at a time.</param>
/// <param name="clock">The time that time windows are counted from.</param>
internal sealed class ExchangeSender(TargetClient client, ContractCatalog contract, ResourceFinder finder, RunTarget target, int parallel, TimeProvider clock)
{
    /// <summary>Why an exchange was not sent that came after the end of the run was asked for.</summary>
    public static readonly Message Interrupted = Message.Of("interrupted-before");

    /// <summary>Takes what became of each exchange as soon as it is over.</summary>
    public required Action<IReadOnlyList<SentExchange>> Arrived { private get; init; }

    /// <summary>Sends a plan. Where it is given up, what is left is blocked.</summary>
    /// <returns>What became of each, in the order of the plan; an attempt that was throttled stands before its exchange.</returns>
    public async Task<IReadOnlyList<SentExchange>> SendAsync(IReadOnlyList<PlannedExchange> plan, CancellationToken cancellationToken)
    {
        // Ids come first and one after the other, because one list may need the id that another one gives.
        var prepared = new List<(PlannedExchange Planned, FilledRequest Request)>(plan.Count);
        foreach (var planned in plan)
        {
            prepared.Add((planned, await FillUnlessInterruptedAsync(planned, cancellationToken).ConfigureAwait(false)));
        }

        var sent = new IReadOnlyList<SentExchange>[plan.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        foreach (var stage in SendingOrder.Stages(plan, contract.Lifecycles))
        {
            await Parallel.ForEachAsync(stage, options, async (queue, _) =>
            {
                foreach (var index in queue)
                {
                    sent[index] = await SendOneAsync(prepared[index].Planned, prepared[index].Request, cancellationToken).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }

        return [.. sent.SelectMany(attempts => attempts)];
    }

    /// <summary>Sends one exchange, which may depend on the answer to another.</summary>
    /// <returns>What became of it; an attempt that was throttled stands before it.</returns>
    public async Task<IReadOnlyList<SentExchange>> SendInTurnAsync(PlannedExchange planned, CancellationToken cancellationToken) =>
        await SendOneAsync(planned, await FillUnlessInterruptedAsync(planned, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async Task<FilledRequest> FillUnlessInterruptedAsync(PlannedExchange planned, CancellationToken cancellationToken)
    {
        try
        {
            return await FillAsync(planned, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return FilledRequest.Blocked(Interrupted);
        }
    }

    private async Task<FilledRequest> FillAsync(PlannedExchange planned, CancellationToken cancellationToken)
    {
        if ((planned.Blocked ?? CallerCredentials.For(target, planned.Operation, planned.Scenario).Missing) is { } held)
        {
            return FilledRequest.Blocked(held);
        }

        var operation = planned.Operation;
        var values = new Dictionary<string, string>(planned.Values, StringComparer.Ordinal);
        var query = new Dictionary<string, string>(planned.Query, StringComparer.Ordinal);
        string? setting = null;
        // The mock knows what the fixtures ask for; only a live target needs values of its own.
        var open = target.Kind == TargetKind.Mock ? [] : operation.Parameters.Where(parameter => parameter.In switch
        {
            ParameterPlace.Path => !values.ContainsKey(parameter.Name),
            // Without the object that settings name, the target might act on all it has.
            ParameterPlace.Query => !query.ContainsKey(parameter.Name) && !planned.LeavesOut(parameter)
                && (parameter.Required || parameter.Resource is not null || parameter.Live is not null),
            _ => false,
        });
        foreach (var parameter in open)
        {
            var found = await ValueAsync(parameter, operation, cancellationToken).ConfigureAwait(false);
            if (found.Value is not { } value)
            {
                return FilledRequest.Blocked(found.Reason!);
            }

            setting ??= found.Setting;
            (parameter.In == ParameterPlace.Path ? values : query)[parameter.Name] = value;
        }

        var body = planned.Body;
        foreach (var (place, resource) in planned.BodyResources.Where(_ => target.Kind != TargetKind.Mock))
        {
            var found = await finder.FindAsync(resource, cancellationToken).ConfigureAwait(false);
            if (found.Value is not { } value)
            {
                return FilledRequest.Blocked(found.Reason!);
            }

            setting ??= found.Setting;
            body = BodyEdit.Refer(body, place, value);
        }

        return new FilledRequest(RequestParameters.PathAndQuery(operation.Path.Fill(values), query), body, setting, null);
    }

    private async Task<FoundResource> ValueAsync(Parameter parameter, Operation operation, CancellationToken cancellationToken) =>
        parameter.Resource is { } resource ? await finder.FindAsync(resource, cancellationToken).ConfigureAwait(false)
        : parameter.Live is { } live ? new FoundResource(LiveValue.Of(live, clock.GetLocalNow()), null, null)
        : FoundResource.Missing(Message.Of("no-value-source", parameter.Name, operation.File));

    private async Task<IReadOnlyList<SentExchange>> SendOneAsync(PlannedExchange planned, FilledRequest request, CancellationToken cancellationToken)
    {
        var attempts = cancellationToken.IsCancellationRequested ? [new SentExchange(planned, null, Interrupted)]
            : request.PathAndQuery is { } pathAndQuery ? await AttemptAsync(planned, request, pathAndQuery, cancellationToken).ConfigureAwait(false)
            : [new SentExchange(planned, null, request.BlockedReason)];
        Arrived(attempts);
        return attempts;
    }

    private async Task<IReadOnlyList<SentExchange>> AttemptAsync(PlannedExchange planned, FilledRequest request, string pathAndQuery, CancellationToken cancellationToken)
    {
        // What may change the target is waited for, so that it is known what became of it.
        var patience = planned.Operation.Effect == Effect.Read ? cancellationToken : CancellationToken.None;
        try
        {
            var caller = CallerCredentials.For(target, planned.Operation, planned.Scenario).Credentials;
            var outgoing = RequestComposer.Compose(planned with { Body = request.Body }, pathAndQuery, contract.UnknownPath, caller);
            var record = await client.SendAsync(outgoing, patience).ConfigureAwait(false);
            return SentAttempts.Of(planned, record, (attempt, wire) => ToExchange(attempt, wire, request.Setting));
        }
        catch (SafetyException exception)
        {
            return [new SentExchange(planned, null, exception.Reason)];
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return [new SentExchange(planned, null, Interrupted)];
        }
    }

    private static Exchange ToExchange(PlannedExchange planned, WireRecord record, string? setting) => new()
    {
        Id = planned.Id,
        Operation = planned.Operation,
        Scenario = planned.Scenario,
        Request = record.Request,
        Parameters = RequestParameters.Of(planned.Operation, record.Request),
        Answer = record.Answer,
        Failure = record.Failure,
        StartedAt = record.StartedAt,
        Elapsed = record.Elapsed,
        Origin = ExchangeOrigin.Sent,
        ValueSetting = setting,
    };

    private sealed record FilledRequest(string? PathAndQuery, ReadOnlyMemory<byte>? Body, string? Setting, Message? BlockedReason)
    {
        public static FilledRequest Blocked(Message reason) => new(null, null, null, reason);
    }
}
