using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;
using OcpConformance.MockOcp.Access;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Messages;
using OcpConformance.MockOcp.Operations;
using OcpConformance.MockOcp.State;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Decides what a request gets: the fixture that it asks for, or the cause of its rejection.</summary>
internal sealed class Dispatcher
{
    private readonly ContractCatalog contract;
    private readonly CredentialGate gate;
    private readonly IAnswerSource source;
    private readonly Fault? fault;
    private readonly Dictionary<string, ServedOperation> served;
    private readonly TaskStore? tasks;
    private readonly ObjectStore objects;

    /// <summary>Prepares everything that does not depend on a request.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The fixtures.</param>
    /// <param name="source">Where answers come from.</param>
    /// <param name="gate">Checks credentials.</param>
    /// <param name="fault">How to misbehave; null for not at all.</param>
    public Dispatcher(ContractCatalog contract, FixtureCatalog fixtures, IAnswerSource source, CredentialGate gate, Fault? fault)
    {
        this.contract = contract;
        this.gate = gate;
        this.source = source;
        this.fault = fault;
        served = contract.Operations.ToDictionary(operation => operation.Id, operation => new ServedOperation(contract, fixtures, operation), StringComparer.Ordinal);
        var ids = new IdSequence(contract);
        tasks = TaskStore.Of(contract, fixtures, ids);
        objects = new ObjectStore(contract, served, source, ids, fault);
    }

    /// <summary>Decides.</summary>
    public Outcome Decide(IncomingRequest request)
    {
        var method = request.Method == "HEAD" ? "GET" : request.Method;
        if ((contract.Find(method, request.Path) ?? tasks?.Find(method, request.Path)) is not var (operation, values))
        {
            return WithoutOperation(request);
        }

        if (operation.NeedsCredentials && gate.Refuse(request, Admitted(operation)) is { } refusal)
        {
            return new Outcome(refusal, operation, null);
        }

        var asked = served[operation.Id];
        var body = request.Body.IsEmpty ? null : StrictJson.Read(request.Body).Value;
        if (asked.Check.Reject(request, values, body) is { } cause)
        {
            return new Outcome(cause, operation, null);
        }

        var fixture = source.Choose(asked, values, request.Query, body);
        var outcome = objects.Decide(operation, values, request, body, fixture)
            ?? (fixture is null ? tasks?.Show(operation, values) : new Outcome(null, operation, fixture))
            ?? new Outcome(ErrorCause.Unknown, operation, null);
        return outcome.Cause is null
            ? Paged(asked, outcome.First(source.Fill(asked, values, request.Query)), request).Then(tasks?.HandOut(operation))
            : outcome;
    }

    /// <summary>Any fixture of an operation, for faults that let in what should be rejected.</summary>
    public Fixture? Any(Operation operation) => served[operation.Id].Fixtures.First;

    private Outcome Paged(ServedOperation asked, Outcome outcome, IncomingRequest request) => outcome.Then(Cut(asked, outcome, request));

    private Action<JsonObject>? Cut(ServedOperation asked, Outcome outcome, IncomingRequest request)
    {
        if (asked.Operation.Shape != AnswerShape.Page || (outcome.Finish is null && !FixtureChoice.WantsOtherPage(outcome.Fixture!, request.Query)))
        {
            return null;
        }

        var paging = fault?.Concerns(outcome) == true ? fault.Paging : null;
        var wanted = PageRequest.Of(request, paging == PagingFault.Unlimited ? null : asked.SizeLimit);
        return envelope => PageSlicer.Cut(envelope, wanted, paging);
    }

    private IReadOnlyList<string> Admitted(Operation operation) =>
        fault is not null && fault.Concerns(new Outcome(ErrorCause.WrongCredentials, operation, null)) ? fault.Admits : [];

    private Outcome WithoutOperation(IncomingRequest request)
    {
        var methods = contract.Operations.Where(operation => operation.Path.Match(request.Path) is not null).Select(operation => operation.Method).ToHashSet(StringComparer.Ordinal);
        if (methods.Count == 0)
        {
            return new Outcome(source.UnknownPath(request), null, null);
        }

        if (methods.Contains("GET"))
        {
            methods.Add("HEAD");
        }

        var allow = string.Join(", ", methods.Append("OPTIONS").Order(StringComparer.Ordinal));
        return request.Method == "OPTIONS"
            ? new Outcome(null, null, null) { Allow = allow }
            : new Outcome(gate.Refuse(request, []) ?? ErrorCause.MethodNotAllowed, null, null) { Allow = allow };
    }
}
