using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Cleanup;

/// <summary>Deletes what a run created and did not delete, and nothing else: only what the ledger holds, and only while it has its name.</summary>
/// <param name="contract">The operations.</param>
/// <param name="settings">How to talk to the target.</param>
/// <param name="target">The target.</param>
/// <param name="file">The ledger; what is done is appended to it.</param>
/// <param name="clock">The time.</param>
public sealed class LedgerCleanup(ContractCatalog contract, RunSettings settings, RunTarget target, string file, TimeProvider clock)
{
    private const string Run = "cleanup";

    /// <summary>Cleans up.</summary>
    /// <param name="dryRun">Whether nothing is deleted and only said what would be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of each object that the ledger holds.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    /// <exception cref="ContactException">The target cannot be asked, or refuses the credentials.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<IReadOnlyList<CleanedObject>> ExecuteAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var open = LedgerReader.Open(contract, file, target.BaseUrl);
        var ledger = new WriteLedger(file, Run, RunSecrets.Redactor(contract, target), clock);
        using var client = new TargetClient(TargetSettings.Options(settings, target, new HashSet<Effect> { Effect.Read, Effect.Destroy }, ledger), clock);
        var cleaned = new List<CleanedObject>();
        if (open.Any(HasKnownIds) && await new FirstContact(contract, settings, target, client, clock).MakeAsync(cancellationToken).ConfigureAwait(false) is { } stop)
        {
            throw new ContactException(Message.Sentence(stop).Text);
        }

        foreach (var left in open)
        {
            var title = $"{left.Lifecycle.Title} {left.Name}";
            try
            {
                cleaned.Add(await CleanAsync(client, ledger, left, title, dryRun, cancellationToken).ConfigureAwait(false));
            }
            catch (SafetyException exception)
            {
                cleaned.Add(new CleanedObject(title, $"not deleted: {exception.Message.TrimEnd('.')}", true));
            }
        }

        return cleaned;
    }

    private async Task<CleanedObject> CleanAsync(TargetClient client, WriteLedger ledger, OpenObject left, string title, bool dryRun, CancellationToken cancellationToken)
    {
        var (key, reason, gone) = await FindAsync(client, left, cancellationToken).ConfigureAwait(false);
        if (key is null)
        {
            if (gone && !dryRun)
            {
                ledger.Undo(left.Run, left.Lifecycle.Kind, left.Name, "it was gone already");
            }

            return new CleanedObject(title, reason, !gone);
        }

        if (dryRun)
        {
            return new CleanedObject(title, "would be deleted", true);
        }

        var answer = await AskAsync(client, left, left.Lifecycle.Delete, key, cancellationToken).ConfigureAwait(false);
        var deleted = answer.Answer is { } given && TrackedObject.Accepts(given);
        if (deleted)
        {
            ledger.Undo(left.Run, left.Lifecycle.Kind, left.Name, "deleted by cleanup");
        }

        return new CleanedObject(title, deleted ? "deleted" : $"not deleted: {Told(answer)}", !deleted);
    }

    private static bool HasKnownIds(OpenObject left) => left.Values.Values.Append(left.Key).All(IsKnown);

    private static bool IsKnown(string? value) => value?.Contains(Redactor.Mark, StringComparison.Ordinal) != true;

    // Whoever has the key now must still have the name that the run gave.
    private async Task<(string? Key, string Reason, bool Gone)> FindAsync(TargetClient client, OpenObject left, CancellationToken cancellationToken)
    {
        if (!HasKnownIds(left))
        {
            return (null, "not deleted: the ledger does not hold its id, which may be a secret; delete it by hand", false);
        }

        if (left is { Key: { } key, Lifecycle: { Read: { } read, NameInObject: { } named } })
        {
            var record = await AskAsync(client, left, read, key, cancellationToken).ConfigureAwait(false);
            return record.Answer is { } shown && TrackedObject.Accepts(shown)
                ? StrictJson.Read(shown.Body).Value is { } body && JsonPointer.Find(body, $"/data{named}")?.ToString() == left.Name
                    ? (key, string.Empty, false)
                    : (null, $"not deleted: {key} is another object now", false)
                : record.Answer is { Status: 404 } ? (null, "gone already", true) : (null, $"not deleted: {Told(record)}", false);
        }

        if (left.Lifecycle.List is not { } list)
        {
            return (null, "not deleted: no operation shows whether it is there", false);
        }

        var listed = await AskAsync(client, left, list, left.Key, cancellationToken).ConfigureAwait(false);
        return listed.Answer is not { } answer || !TrackedObject.Accepts(answer) ? (null, $"not deleted: {Told(listed)}", false)
            : TrackedObject.KeyInList(left.Lifecycle, left.Name, answer) is { } found ? (found, string.Empty, false)
            : (null, "its list does not show it", TrackedObject.IsWhole(answer));
    }

    private Task<WireRecord> AskAsync(TargetClient client, OpenObject left, string id, string? key, CancellationToken cancellationToken)
    {
        var operation = contract[id];
        var values = new Dictionary<string, string>(left.Values, StringComparer.Ordinal);
        if (left.Lifecycle.Parameter is { } parameter && key is not null)
        {
            values[parameter] = key;
        }

        var query = id == left.Lifecycle.List ? PagingParameters.Largest(operation) : new Dictionary<string, string>();
        var note = new WriteNote(id, left.Lifecycle.Kind, left.Name, key);
        return client.SendAsync(new OutgoingRequest(operation.Method, RequestParameters.PathAndQuery(operation.Path.Fill(values), query), operation.Effect, target.Credentials) { Note = note }, cancellationToken);
    }

    private static string Told(WireRecord record) => record.Failure?.Message.Text ?? $"HTTP {record.Answer?.Status}";
}
