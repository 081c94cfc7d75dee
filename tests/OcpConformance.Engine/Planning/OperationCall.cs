using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Engine.Planning;

/// <summary>A valid way to call an operation, from which the scenarios are made.</summary>
internal sealed record OperationCall
{
    /// <summary>The operation.</summary>
    public required Operation Operation { get; init; }

    /// <summary>The case of the fixture that it comes from; null where the run finds the values.</summary>
    public string? Case { get; init; }

    /// <summary>Values of path parameters that are known already.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of query parameters that are known already.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The body; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Why it is not sent; null where it is.</summary>
    public Message? Held { get; init; }

    /// <summary>Whether requests that must be rejected may be sent: a target that does not reject them must not be harmed.</summary>
    public required bool MayFail { get; init; }

    /// <summary>The call with another value of a parameter.</summary>
    public OperationCall With(Parameter parameter, string value) =>
        parameter.In == ParameterPlace.Path ? this with { Values = Set(Values, parameter.Name, value) } : WithQuery(parameter.Name, value);

    /// <summary>The call with another value of a query parameter.</summary>
    public OperationCall WithQuery(string name, string value) => this with { Query = Set(Query, name, value) };

    /// <summary>The call without a query parameter.</summary>
    public OperationCall Without(Parameter parameter) => this with
    {
        Query = Query.Where(pair => pair.Key != parameter.Name).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
    };

    /// <summary>The exchange of the call in a scenario.</summary>
    public PlannedExchange In(Scenario scenario) => new()
    {
        Id = scenario.Kind == ScenarioKind.Nominal && Case is not null ? $"{Operation.Id}/{scenario}/{Case}" : $"{Operation.Id}/{scenario}",
        Operation = Operation,
        Scenario = scenario,
        Values = Values,
        Query = Query,
        Body = Body,
        Blocked = Held,
    };

    private static Dictionary<string, string> Set(IReadOnlyDictionary<string, string> values, string name, string value) =>
        new(values, StringComparer.Ordinal) { [name] = value };
}
