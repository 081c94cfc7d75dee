using System.Text;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Planning;

/// <summary>Decides which exchanges a run intends: for each operation the scenarios that fit it.</summary>
public static class ScenarioPlanner
{
    /// <summary>Plans a run against the mock, which knows the objects of the fixtures.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The valid requests.</param>
    /// <param name="select">Patterns of operation ids.</param>
    public static IReadOnlyList<PlannedExchange> ForMock(ContractCatalog contract, FixtureCatalog fixtures, IReadOnlyList<string> select) => Numbered(
    [
        .. Plan(contract, select, operation => [.. fixtures.Of(operation).Select(CallOf)]),
        .. LifecycleScenarios.All(contract, select, lifecycle => fixtures.Of(contract[lifecycle.Create]).Select(CallOf).FirstOrDefault()),
    ]);

    /// <summary>Plans a run against a live target, whose objects are looked up later.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The bodies of requests that have one; null where only reading is allowed.</param>
    /// <param name="settings">What is selected, what requests may do, and what is named.</param>
    public static IReadOnlyList<PlannedExchange> ForLive(ContractCatalog contract, FixtureCatalog? fixtures, RunSettings settings)
    {
        var held = new SendPolicy(contract, settings);
        return Numbered(
        [
            .. Plan(contract, settings.Select, operation => [LiveCall(operation, held.Of(operation))]),
            .. LifecycleScenarios.All(contract, settings.Select, lifecycle => LiveCall(contract[lifecycle.Create], held.Of(lifecycle)) with { Body = LeastBody(fixtures?.Of(contract[lifecycle.Create]) ?? []) }),
        ]);

        OperationCall LiveCall(Operation operation, Message? reason) => new()
        {
            Operation = operation,
            Body = BodyOf(fixtures?.Of(operation).FirstOrDefault()),
            Held = reason,
            MayFail = operation.Effect == Effect.Read,
        };
    }

    private static IReadOnlyList<PlannedExchange> Numbered(IReadOnlyList<PlannedExchange> plan) => [.. plan.Select((planned, index) => planned with { Position = index })];

    private static OperationCall CallOf(Fixture fixture) => new()
    {
        Operation = fixture.Operation,
        Case = fixture.Case,
        Values = fixture.PathValues,
        Query = fixture.Query,
        Body = BodyOf(fixture),
        MayFail = true,
    };

    // What a body need not name, a live target need not have.
    private static ReadOnlyMemory<byte>? LeastBody(IEnumerable<Fixture> fixtures) => fixtures.Select(BodyOf).MinBy(body => body?.Length);

    private static ReadOnlyMemory<byte>? BodyOf(Fixture? fixture) =>
        fixture?.RequestBody is { } body ? (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(body.GetRawText()) : null;

    private static List<PlannedExchange> Plan(ContractCatalog contract, IReadOnlyList<string> select, Func<Operation, IReadOnlyList<OperationCall>> callsOf)
    {
        var calls = contract.Operations.Where(operation => operation.Matches(select)).Select(operation => callsOf(operation)).Where(list => list.Count > 0).ToList();
        var first = calls.Select(list => list[0]).ToList();
        var probe = ProbeOf(first);
        var withBody = first.FirstOrDefault(call => call is { MayFail: true, Held: null, Body: not null } && call.Operation.TakesJson);
        var plan = new List<PlannedExchange>();
        foreach (var list in calls)
        {
            var call = list[0];
            plan.AddRange(list.Select(valid => valid.In(Scenario.Nominal)));
            if (call.Held is not null)
            {
                continue;
            }

            plan.AddRange(CallerScenarios.WithoutCredentials(call));
            plan.AddRange(call == probe ? CallerScenarios.OfRun(call).Concat(ObservedScenarios.Of(call)) : []);
            plan.AddRange(call == withBody && call != probe ? CallerScenarios.OfBody(call) : []);
            plan.AddRange(PagingScenarios.Of(call));
            plan.AddRange(LanguageScenarios.Of(call));
            plan.AddRange(call.MayFail ? RejectionScenarios.Of(contract, call) : []);
        }

        // One object that does not exist is enough to see in which language a target complains.
        plan.AddRange(first.Where(call => call is { MayFail: true, Held: null }).SelectMany(LanguageScenarios.OfErrors).Take(LanguageScenarios.Count));
        return plan;
    }

    // The one operation that callers who must be refused, and odd requests, are tried on: one that answers with an envelope and
    // needs no id, where there is one.
    private static OperationCall? ProbeOf(IReadOnlyList<OperationCall> calls)
    {
        var usable = calls.Where(call => call is { Held: null, Operation: { Effect: Effect.Read, NeedsCredentials: true, Method: "GET" } }).ToList();
        return usable
            .OrderBy(call => call.Operation.Shape == AnswerShape.Bare)
            .ThenBy(call => call.Operation.Parameters.Any(parameter => parameter.Required))
            .FirstOrDefault();
    }
}
