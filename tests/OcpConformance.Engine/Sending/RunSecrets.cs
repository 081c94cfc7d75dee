using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Sending;

/// <summary>Knows what a run must not tell: the secrets of its target, and those that its exchanges carry.</summary>
internal static class RunSecrets
{
    /// <summary>Makes what redacts while nothing has been exchanged yet.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="target">The target.</param>
    public static Redactor Redactor(ContractCatalog contract, RunTarget target) => Redactor(contract, target, [], []);

    /// <summary>Makes what redacts the evidence of a run.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="target">The target.</param>
    /// <param name="sent">What was sent or recorded.</param>
    /// <param name="own">What the run asked for itself.</param>
    public static Redactor Redactor(ContractCatalog contract, RunTarget target, IEnumerable<SentExchange> sent, IEnumerable<(string Id, WireRecord Record)> own)
    {
        // An array is joined without a pooled buffer, of which every thread would keep one.
        var words = new Lazy<string>(() => string.Join('\n', contract.Schemas.Files.Values.Select(file => file.GetRawText()).ToArray()));
        var harvest = new SecretCollector(contract.SecretNames, value => words.Value.Contains(value, StringComparison.Ordinal));
        foreach (var segment in target.Kind == TargetKind.Recorded ? [] : target.BaseUrl.AbsolutePath.Split('/'))
        {
            harvest.Add(Uri.UnescapeDataString(segment));
        }

        var wire = own.Select(entry => (entry.Record.Request, entry.Record.Answer)).Concat(sent.Select(entry => entry.Exchange).OfType<Contract.Exchanges.Exchange>().Select(exchange => (exchange.Request, exchange.Answer)));
        foreach (var (request, answer) in wire)
        {
            harvest.Add(request);
            if (answer is not null)
            {
                harvest.Add(answer);
            }
        }

        return new Redactor(target.Secrets.Concat(harvest.Values), contract.SecretNames);
    }
}
