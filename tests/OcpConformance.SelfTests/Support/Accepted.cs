using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;

namespace OcpConformance.SelfTests.Support;

/// <summary>Exchanges that hold to the contract, made from the fixtures without any server.</summary>
internal static class Accepted
{
    /// <summary>When the exchanges are said to have begun; a leap day, two seconds before midnight.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(8));

    /// <summary>How long they are said to have taken.</summary>
    public static TimeSpan Elapsed { get; } = TimeSpan.FromMilliseconds(40);

    public static IEnumerable<Exchange> Successes(Operation operation) =>
        Project.Fixtures.Of(operation).Select(fixture => fixture.ToExchange());

    /// <summary>The scenarios whose requests must be rejected.</summary>
    public static IReadOnlyList<Scenario> RejectedScenarios { get; } =
    [
        new(ScenarioKind.WithoutCredentials),
        .. RefusedCaller.All.Select(caller => new Scenario(ScenarioKind.WrongCredentials, caller)),
        new(ScenarioKind.UnknownValue, "id"),
        new(ScenarioKind.LanguageOfError, Fixture.Language),
        new(ScenarioKind.MalformedValue, "id"),
        new(ScenarioKind.MissingParameter, "page"),
        new(ScenarioKind.ForeignValue, "status"),
        new(ScenarioKind.OutOfRange, "page"),
        new(ScenarioKind.UnknownSort),
        new(ScenarioKind.MalformedBody),
        new(ScenarioKind.WrongBodyType),
        new(ScenarioKind.MissingMember, "name"),
        new(ScenarioKind.WrongContentType),
        new(ScenarioKind.Lifecycle, LifecycleStep.ReadDeleted),
        new(ScenarioKind.Lifecycle, LifecycleStep.DeleteTwice),
    ];

    /// <summary>A rejection as an error fixture shows it.</summary>
    public static Exchange Rejection(Scenario scenario)
    {
        var cause = scenario.Kind switch
        {
            ScenarioKind.WithoutCredentials => ErrorCause.WithoutCredentials,
            ScenarioKind.WrongCredentials => ErrorCause.WrongCredentials,
            ScenarioKind.UnknownValue or ScenarioKind.LanguageOfError or ScenarioKind.Lifecycle => ErrorCause.Unknown,
            _ => ErrorCause.Malformed,
        };
        var operation = Project.Contract["backup/query-backup-ability"];
        return Successes(operation).First() with
        {
            Id = $"{operation.Id}/{scenario}",
            Scenario = scenario,
            Answer = Project.Fixtures.Errors[cause].ToAnswer(),
        };
    }

    public static Exchange Rejection(ScenarioKind kind) => Rejection(RejectedScenarios.First(scenario => scenario.Kind == kind));

    public static IEnumerable<Exchange> Rejections() => RejectedScenarios.Select(Rejection);

    /// <summary>The first, the second and a far page of a list of three.</summary>
    public static (Exchange First, Exchange Second, Exchange BehindLast) Pages()
    {
        var whole = Successes(Project.Contract["host/query-regions"]).First(exchange => Bodies.Node(exchange)["data"]!["contents"]!.AsArray().Count > 0);
        return (
            Page(new Scenario(ScenarioKind.Page, Scenario.FirstPage), 1, 1, 2),
            Page(new Scenario(ScenarioKind.Page, Scenario.SecondPage), 2, 3),
            Page(new Scenario(ScenarioKind.PageBehindLast), 1000000));

        Exchange Page(Scenario scenario, int number, params int[] ids) => Bodies.Edit(whole, body =>
        {
            var entry = body["data"]!["contents"]![0]!;
            body["data"]!["contents"] = new JsonArray([.. ids.Select(id =>
            {
                var copy = entry.DeepClone();
                copy["id"] = id;
                return copy;
            })]);
            body["data"]!["page"] = new JsonObject { ["number"] = number, ["size"] = 2, ["totalElements"] = 3, ["totalPages"] = 2 };
            body["traceId"] = $"{number:x16}";
        }) with
        { Id = $"{whole.Operation.Id}/{scenario}", Scenario = scenario };
    }

    /// <summary>The exchange as if it had gone over the wire, with an envelope of its own time.</summary>
    public static Exchange AsSent(Exchange exchange) => Bodies.Edit(exchange, body =>
    {
        body["timestamp"] = "2024-02-29T23:59:58.02+08:00";
        body["duration"] = 12;
    }) with
    {
        Origin = ExchangeOrigin.Sent,
        StartedAt = Start,
        Elapsed = Elapsed,
    };
}
