using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Planning;

/// <summary>Decides which exchanges a run intends: for each operation the scenarios that fit it.</summary>
public static class ScenarioPlanner
{
    /// <summary>How many requests with a wrong password a run sends. A target locks a user after twenty.</summary>
    public const int MaxWrongCredentials = 3;

    private const string UnknownNumber = "2147483646";
    private const string Malformed = "not-an-integer";

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Plans a run against the mock, which knows the objects of the fixtures.</summary>
    public static IReadOnlyList<PlannedExchange> ForMock(ContractCatalog contract, FixtureCatalog fixtures, IReadOnlyList<string> select) =>
        Plan(contract, select, operation => [.. fixtures.Of(operation).Select(fixture => new Call(fixture.Case, fixture.PathValues, fixture.Query, fixture, null, true))]);

    /// <summary>Plans a run against a live target, whose objects are looked up later.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The bodies of requests that have one; null where only reading is allowed.</param>
    /// <param name="select">Patterns of operation ids.</param>
    /// <param name="effects">What requests may do.</param>
    public static IReadOnlyList<PlannedExchange> ForLive(ContractCatalog contract, FixtureCatalog? fixtures, IReadOnlyList<string> select, IReadOnlySet<Effect> effects) =>
        Plan(contract, select, operation => [new Call(null, Nothing, Nothing, fixtures?.Of(operation).FirstOrDefault(), Held(operation, effects), operation.Effect == Effect.Read)]);

    private static string? Held(Operation operation, IReadOnlySet<Effect> effects) =>
        SafetyGuard.Allows(operation.Method, operation.Effect, effects) ? null
        : operation.Effect == Effect.Read ? $"it is sent with {operation.Method}, and OCP_EFFECTS does not allow write"
        : $"its effect is {operation.Effect.ToString().ToLowerInvariant()}, and OCP_EFFECTS does not allow that";

    private static List<PlannedExchange> Plan(ContractCatalog contract, IReadOnlyList<string> select, Func<Operation, IReadOnlyList<Call>> callsOf)
    {
        var plan = new List<PlannedExchange>();
        var wrongCredentials = 0;
        foreach (var operation in contract.Operations.Where(operation => operation.Matches(select)))
        {
            var calls = callsOf(operation);
            plan.AddRange(calls.Select(call => Exchange(operation, Scenario.Nominal, call, call.Case)));
            if (calls.Count == 0 || calls[0].Held is not null || !calls[0].MayFail)
            {
                continue;
            }

            if (operation.NeedsCredentials)
            {
                plan.Add(Exchange(operation, new Scenario(ScenarioKind.WithoutCredentials), calls[0]));
                if (wrongCredentials++ < MaxWrongCredentials)
                {
                    plan.Add(Exchange(operation, new Scenario(ScenarioKind.WrongCredentials), calls[0]));
                }
            }

            plan.AddRange(operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Path).SelectMany(parameter => Rejected(operation, parameter, calls[0])));
        }

        return plan;
    }

    private static IEnumerable<PlannedExchange> Rejected(Operation operation, Parameter parameter, Call call)
    {
        var unknown = parameter.Type == "integer" ? UnknownNumber : $"no-such-{parameter.Name}";
        yield return Exchange(operation, new Scenario(ScenarioKind.UnknownValue, parameter.Name), With(call, parameter, unknown));
        if (parameter.Type == "integer")
        {
            yield return Exchange(operation, new Scenario(ScenarioKind.MalformedValue, parameter.Name), With(call, parameter, Malformed));
        }
    }

    private static Call With(Call call, Parameter parameter, string value) =>
        call with { Values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal) { [parameter.Name] = value } };

    private static PlannedExchange Exchange(Operation operation, Scenario scenario, Call call, string? caseName = null) => new()
    {
        Id = caseName is null ? $"{operation.Id}/{scenario}" : $"{operation.Id}/{scenario}/{caseName}",
        Operation = operation,
        Scenario = scenario,
        Values = call.Values,
        Query = call.Query,
        Body = call.Fixture?.RequestBody,
        Blocked = call.Held,
    };

    // A request that must be rejected may do harm where the target does not reject it, so only harmless ones are sent.
    private sealed record Call(string? Case, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Query, Fixture? Fixture, string? Held, bool MayFail);
}
