using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Lets requests beside the documented ones succeed.</summary>
internal static class ObservationMutants
{
    public static IEnumerable<Mutant> Of(Exchange success)
    {
        yield return Make(ObservedRequest.UndocumentedPath, "an enveloped success", success);
        yield return Make(ObservedRequest.UndocumentedPath, "bare JSON", Bodies.With(success, "{\"version\":\"1\"}"));
        yield return Make(ObservedRequest.UndocumentedPath, "a list", Bodies.With(success, "[1]"));
        yield return Make(ObservedRequest.Options, "an enveloped success", success);
        yield return Make(ObservedRequest.TrailingSlash, "data without envelope", Bodies.With(success, "{\"data\":{}}"));
        yield return Make(ObservedRequest.DoubleSlash, "data without envelope under 201", Bodies.WithStatus(Bodies.With(success, "{\"data\":{}}"), 201));
    }

    /// <summary>The same for an operation that answers with bare JSON.</summary>
    public static IEnumerable<Mutant> OfBare(Exchange success)
    {
        yield return Make(ObservedRequest.UndocumentedPath, "the answer of another path", success);
        yield return Make(ObservedRequest.Options, "the answer of a GET", success);
    }

    /// <summary>What may be answered.</summary>
    public static IEnumerable<Exchange> Accepted(Exchange success)
    {
        var page = Bodies.With(Bodies.WithHeader(success, "Content-Type", "text/html"), "<html></html>");
        var refusal = success with { Answer = Support.Accepted.Rejection(ScenarioKind.UnknownValue).Answer };
        return
        [
            .. ObservedRequest.All.Select(name => In(name, page)),
            .. ObservedRequest.All.Select(name => In(name, refusal)),
            .. ObservedRequest.All.Select(name => In(name, Bodies.With(Bodies.WithStatus(success, 204), string.Empty))),
            In(ObservedRequest.TrailingSlash, success),
            In(ObservedRequest.DoubleSlash, success),
            In(ObservedRequest.TraceId, success),
        ];
    }

    private static Mutant Make(string name, string description, Exchange exchange) => new(ObservationRules.NothingElseSucceeds.Id, description, In(name, exchange));

    private static Exchange In(string name, Exchange exchange) => exchange with { Id = name, Scenario = new Scenario(ScenarioKind.Observed, name) };
}
