using System.IO.Enumeration;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;

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
        Plan(contract, select, operation => [.. fixtures.Of(operation).Select(fixture => new Call(fixture.Case, fixture.PathValues, fixture.Query, fixture))]);

    /// <summary>Plans a run against a live target, whose objects are looked up later.</summary>
    public static IReadOnlyList<PlannedExchange> ForLive(ContractCatalog contract, IReadOnlyList<string> select) =>
        Plan(contract, select, operation => operation.Effect == Effect.Read && operation.Method == "GET" ? [new Call(null, Nothing, Nothing, null)] : []);

    private static List<PlannedExchange> Plan(ContractCatalog contract, IReadOnlyList<string> select, Func<Operation, IReadOnlyList<Call>> callsOf)
    {
        var plan = new List<PlannedExchange>();
        var wrongCredentials = 0;
        foreach (var operation in contract.Operations.Where(operation => select.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, operation.Id))))
        {
            var calls = callsOf(operation);
            plan.AddRange(calls.Select(call => Exchange(operation, Scenario.Nominal, call, call.Case)));
            if (calls.Count == 0)
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
    };

    private sealed record Call(string? Case, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Query, Fixture? Fixture);
}
