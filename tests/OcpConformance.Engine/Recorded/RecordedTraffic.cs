using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Targets;

namespace OcpConformance.Engine.Recorded;

/// <summary>Recorded exchanges, matched to the operations of the contract.</summary>
public sealed class RecordedTraffic
{
    private readonly IReadOnlyList<SentExchange> exchanges;

    private RecordedTraffic(string file, IReadOnlyList<SentExchange> exchanges, IReadOnlyList<string> unmatched, Version? reported, ExchangeAnswer? unknownPathAnswer)
    {
        File = file;
        this.exchanges = exchanges;
        Unmatched = unmatched;
        ReportedVersion = reported;
        UnknownPathAnswer = unknownPathAnswer;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The exchanges as a plan, for whoever lists them before they are judged.</summary>
    public IReadOnlyList<PlannedExchange> Plan => [.. exchanges.Select(exchange => exchange.Planned)];

    /// <summary>Entries that belong to no operation, in words.</summary>
    public IReadOnlyList<string> Unmatched { get; }

    /// <summary>The version that the recorded server reports; null where it does not.</summary>
    internal Version? ReportedVersion { get; }

    /// <summary>How a recorded target answered a path that no operation has; null where that was not asked.</summary>
    internal ExchangeAnswer? UnknownPathAnswer { get; }

    internal IReadOnlyList<SentExchange> Exchanges => exchanges;

    /// <summary>Reads a HAR file.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="file">The file.</param>
    /// <param name="select">Patterns of operation ids.</param>
    /// <exception cref="HarException">It is no HAR file.</exception>
    public static RecordedTraffic Read(ContractCatalog contract, string file, IReadOnlyList<string> select)
    {
        var (entries, blocked) = HarReader.Read(file);
        var operations = contract.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        var exchanges = new List<SentExchange>();
        var unmatched = new List<string>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Note is not { Operation: null }))
        {
            if (OperationOf(entry, contract, operations) is not { } operation)
            {
                unmatched.Add($"entry {entry.Number}: {entry.Request.Method} {entry.Request.Url.GetLeftPart(UriPartial.Path)} is no documented operation");
            }
            else if (operation.Matches(select))
            {
                exchanges.Add(Exchange(entry, operation, ids));
            }
        }

        exchanges.AddRange(blocked
            .Where(note => note.Operation is { } id && operations.TryGetValue(id, out var operation) && operation.Matches(select))
            .Select(note => new SentExchange(Planned(Unique(note.Id, ids), operations[note.Operation!], Scenario.Named(note.Scenario)), null, note.Blocked ?? Message.Of("not-sent-in-recording"))));
        var version = entries.LastOrDefault(entry => entry.Request.Method == "GET" && RequestParameters.ApiPath(entry.Request.Url) == contract.VersionPath);
        var unknownPath = entries.FirstOrDefault(entry => entry.Note?.Id == RunTarget.UnknownPathId);
        return new RecordedTraffic(file, exchanges, unmatched, Targets.ReportedVersion.In(contract, version?.Answer), unknownPath?.Answer);
    }

    // A request beside the documented ones belongs to the operation that it was made from, which only the note knows.
    private static Operation? OperationOf(HarEntry entry, ContractCatalog contract, Dictionary<string, Operation> operations) =>
        entry.Note?.Operation is { } noted && operations.TryGetValue(noted, out var operation)
            ? operation
            : contract.Find(entry.Request.Method, RequestParameters.ApiPath(entry.Request.Url))?.Operation;

    private static SentExchange Exchange(HarEntry entry, Operation operation, HashSet<string> ids)
    {
        var scenario = entry.Note is { } note ? Scenario.Named(note.Scenario) : Inferred(entry);
        var id = entry.Note?.Id is { Length: > 0 } noted && ids.Add(noted) ? noted : Unique($"{operation.Id}/{scenario}/entry-{entry.Number}", ids);
        var planned = Planned(id, operation, scenario);
        if (entry is { Answer: null, Failure: null })
        {
            return new SentExchange(planned, null, Message.Of("entry-without-content", entry.Number));
        }

        return new SentExchange(planned, new Exchange
        {
            Id = id,
            Operation = operation,
            Scenario = scenario,
            Request = entry.Request,
            Parameters = RequestParameters.Of(operation, entry.Request),
            Answer = entry.Answer,
            Failure = entry.Failure,
            StartedAt = entry.StartedAt,
            Elapsed = entry.Elapsed ?? TimeSpan.Zero,
            Origin = entry.Note is null ? ExchangeOrigin.Recorded : ExchangeOrigin.Sent,
            ValueSetting = entry.Note?.Setting,
        }, null);
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = $"{id}-{number}";
        }

        return unique;
    }

    private static PlannedExchange Planned(string id, Operation operation, Scenario scenario) => new()
    {
        Id = id,
        Operation = operation,
        Scenario = scenario,
        Values = new Dictionary<string, string>(),
        Query = new Dictionary<string, string>(),
    };

    // Recorders strip credentials, so their absence alone says nothing; together with a refusal it does.
    private static Scenario Inferred(HarEntry entry) =>
        entry.Answer is { Status: 401 } && !entry.Request.Headers.Any(header => header.Name.ToUpperInvariant() is "AUTHORIZATION" or "COOKIE")
            ? new Scenario(ScenarioKind.WithoutCredentials)
            : Scenario.Nominal;
}
