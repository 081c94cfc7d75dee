using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Planning;

/// <summary>Requests beside the documented ones, tried once in a run.</summary>
internal static class ObservedScenarios
{
    /// <summary>All of them.</summary>
    public static IEnumerable<PlannedExchange> Of(OperationCall call) =>
        ObservedRequest.All.Select(name => call.In(new Scenario(ScenarioKind.Observed, name)));
}
