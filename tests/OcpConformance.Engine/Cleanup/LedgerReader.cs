using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Sending;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Cleanup;

/// <summary>Reads what is left over out of a ledger.</summary>
internal static class LedgerReader
{
    /// <summary>The objects that were created on a target and not deleted, in the order of their creation.</summary>
    /// <exception cref="LedgerException">The file cannot be read, is no ledger, or is that of another target.</exception>
    public static IReadOnlyList<OpenObject> Open(ContractCatalog contract, string file, Uri baseUrl)
    {
        var entries = Read(file);
        var open = new List<OpenObject>();
        foreach (var sending in entries.Where(entry => entry is { Event: LedgerEntry.Sending, Kind: not null, Name: not null }))
        {
            var lifecycle = contract.Lifecycles.Objects.FirstOrDefault(known => known.Kind == sending.Kind && known.Create == sending.Operation);
            var own = entries.Where(entry => entry.Run == sending.Run && entry.Kind == sending.Kind && entry.Name == sending.Name).ToList();
            var refused = own.Exists(entry => entry.Event == LedgerEntry.Answered && entry.Operation == sending.Operation && entry.Status >= 300);
            if (lifecycle is null || refused || own.Exists(entry => entry.Event == LedgerEntry.Undone) || !sending.Name!.StartsWith(LifecycleRunner.NamePrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var url = new Uri($"{sending.Target}{sending.Path}");
            if (sending.Target != baseUrl.GetLeftPart(UriPartial.Authority))
            {
                throw new LedgerException($"{file}: it is about {sending.Target}, not about {baseUrl.GetLeftPart(UriPartial.Authority)}. Give the address that the run was made with.");
            }

            var values = contract[lifecycle.Create].Path.Match(RequestParameters.ApiPath(url)) ?? throw new LedgerException($"{file}: {sending.Path} is no path of {lifecycle.Create}. Give a ledger that a run wrote.");
            open.Add(new OpenObject(sending.Run, lifecycle, sending.Name!, own.Find(entry => entry.Event == LedgerEntry.Created && entry.Key is not null)?.Key, values));
        }

        return open;
    }

    // The last line is incomplete where the run was killed while it wrote, and then its request was not sent.
    private static List<LedgerEntry> Read(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LedgerException($"{file}: {exception.Message.TrimEnd('.')}. Name the {WriteLedger.FileName} of a run.");
        }

        var entries = new List<LedgerEntry>(lines.Length);
        for (var index = 0; index < lines.Length; index++)
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize<LedgerEntry>(lines[index], WriteLedger.Json) ?? throw new JsonException());
            }
            catch (JsonException) when (index == lines.Length - 1 && index > 0)
            {
                break;
            }
            catch (JsonException)
            {
                throw new LedgerException($"{file}: line {index + 1} is no line of a ledger. Name the {WriteLedger.FileName} of a run.");
            }
        }

        return entries;
    }
}
