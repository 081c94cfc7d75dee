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

    /// <summary>A rejection as an error fixture shows it.</summary>
    public static Exchange Rejection(ScenarioKind kind)
    {
        var cause = kind switch
        {
            ScenarioKind.WithoutCredentials => ErrorCause.WithoutCredentials,
            ScenarioKind.WrongCredentials => ErrorCause.WrongCredentials,
            ScenarioKind.UnknownValue => ErrorCause.Unknown,
            _ => ErrorCause.Malformed,
        };
        var operation = Project.Contract["backup/query-backup-ability"];
        var scenario = new Scenario(kind, kind is ScenarioKind.UnknownValue or ScenarioKind.MalformedValue ? "id" : null);
        return Successes(operation).First() with
        {
            Id = $"{operation.Id}/{scenario}",
            Scenario = scenario,
            Answer = Project.Fixtures.Errors[cause].ToAnswer(),
        };
    }

    public static IEnumerable<Exchange> Rejections() =>
        new[] { ScenarioKind.WithoutCredentials, ScenarioKind.WrongCredentials, ScenarioKind.UnknownValue, ScenarioKind.MalformedValue }.Select(Rejection);

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
