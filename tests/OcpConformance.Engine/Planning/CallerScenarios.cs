using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Engine.Planning;

/// <summary>Who calls: nobody, callers who must be refused, and the right one by the other way to authenticate.</summary>
internal static class CallerScenarios
{
    private static readonly byte[] UnsignedBody = "{\"signed\":false}"u8.ToArray();

    /// <summary>The operation without credentials; on a live target one that changes something only for objects that cannot exist.</summary>
    public static IEnumerable<PlannedExchange> WithoutCredentials(OperationCall call)
    {
        var ids = call.Operation.Parameters.Where(parameter => parameter.In == ParameterPlace.Path).ToList();
        if (!call.Operation.NeedsCredentials || (!call.MayFail && ids.Count == 0))
        {
            return [];
        }

        var harmless = call.MayFail ? call : ids.Aggregate(call, (changed, id) => changed.With(id, UnknownValues.Of(id)));
        return [harmless.In(new Scenario(ScenarioKind.WithoutCredentials))];
    }

    /// <summary>What is tried once in a run. Three of the requests carry a wrong password; a target locks a user after twenty.</summary>
    public static IEnumerable<PlannedExchange> OfRun(OperationCall call) =>
        ((PlannedExchange[])[call.In(new Scenario(ScenarioKind.Signed)), call.In(new Scenario(ScenarioKind.WithPassword))])
        .Concat(RefusedCaller.All.Select(caller => (caller == RefusedCaller.AlteredBody ? call with { Body = UnsignedBody } : call).In(new Scenario(ScenarioKind.WrongCredentials, caller))));

    /// <summary>Signatures of a request that has a body of its own.</summary>
    public static IEnumerable<PlannedExchange> OfBody(OperationCall call) =>
        [call.In(new Scenario(ScenarioKind.Signed)), call.In(new Scenario(ScenarioKind.WrongCredentials, RefusedCaller.AlteredBody))];
}
