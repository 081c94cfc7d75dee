using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Breaks each rule on what the members of the envelope mean together, in a success and in a rejection.</summary>
internal static class EnvelopeMutants
{
    public static IEnumerable<Mutant> Of(Exchange success, Exchange rejection)
    {
        var sent = Accepted.AsSent(success);
        var refused = Accepted.AsSent(rejection);
        yield return Make(EnvelopeRules.DataOrError, "a success with error beside data", Bodies.Edit(success, body => body["error"] = Bodies.Node(rejection)["error"]!.DeepClone()));
        yield return Make(EnvelopeRules.DataOrError, "a rejection with data beside error", Bodies.Edit(rejection, body => body["data"] = Bodies.Node(success)["data"]!.DeepClone()));
        yield return Make(EnvelopeRules.StatusEqualsHttpStatus, "status 500 under HTTP 200", Bodies.Edit(success, body => body["status"] = 500));
        yield return Make(EnvelopeRules.StatusEqualsHttpStatus, "status 0 under HTTP 200", Bodies.Edit(success, body => body["status"] = 0));
        yield return Make(EnvelopeRules.StatusEqualsHttpStatus, "status 200 under the HTTP status of a rejection", Bodies.Edit(rejection, body => body["status"] = 200));
        yield return Make(EnvelopeRules.SuccessfulAgreesWithStatus, "successful false under 200", Bodies.Edit(success, body => body["successful"] = false));
        yield return Make(EnvelopeRules.SuccessfulAgreesWithStatus, "successful true under the status of a rejection", Bodies.Edit(rejection, body => body["successful"] = true));
        yield return Make(EnvelopeRules.ErrorAgreesWithSuccessful, "a rejection without error", Bodies.Edit(rejection, body => body.AsObject().Remove("error")));
        yield return Make(EnvelopeRules.ErrorAgreesWithSuccessful, "a rejection with a null error", Bodies.Edit(rejection, body => body["error"] = null));
        yield return Make(EnvelopeRules.TimestampNearClock, "a clock 16 minutes behind", Bodies.Edit(sent, body => body["timestamp"] = "2024-02-29T23:43:57+08:00"));
        yield return Make(EnvelopeRules.TimestampNearClock, "a clock 16 minutes ahead", Bodies.Edit(sent, body => body["timestamp"] = "2024-03-01T00:16:00+08:00"));
        yield return Make(EnvelopeRules.TimestampNearClock, "local time under the offset of UTC", Bodies.Edit(sent, body => body["timestamp"] = "2024-02-29T23:59:58Z"));
        yield return Make(EnvelopeRules.TimestampNearClock, "a rejection of another day", Bodies.Edit(refused, body => body["timestamp"] = "2024-02-28T23:59:58+08:00"));
        yield return Make(EnvelopeRules.DurationWithinExchange, "291 ms in an exchange of 40 ms", Bodies.Edit(sent, body => body["duration"] = 291));
        yield return Make(EnvelopeRules.DurationWithinExchange, "seconds since 1970 in place of a duration", Bodies.Edit(sent, body => body["duration"] = 1709222398));
        yield return Make(EnvelopeRules.MessageLanguage, "a Chinese message where English is asked for", Bodies.Edit(rejection, body => body["error"]!["message"] = "对象不存在"));
        yield return Make(EnvelopeRules.MessageLanguage, "an English message where Chinese is asked for", rejection with { Parameters = new Dictionary<string, string> { [Header.AcceptLanguage] = "zh-CN" } });
        yield return Make(EnvelopeRules.TraceIdOnSuccess, "a success with an empty traceId", Bodies.Edit(success, body => body["traceId"] = string.Empty));
    }

    private static Mutant Make(Contract.Requirements.Requirement requirement, string description, Exchange exchange) => new(requirement.Id, description, exchange);
}
