using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>Breaks each requirement on throttling, in any answer.</summary>
internal static class RateLimitMutants
{
    public static IEnumerable<Mutant> Of(Exchange exchange)
    {
        yield return Make(RateLimitRules.HeadersTogether, "no limit", Limited(exchange, null, "7", "60"));
        yield return Make(RateLimitRules.HeadersTogether, "nothing left named", Limited(exchange, "100", null, "60"));
        yield return Make(RateLimitRules.HeadersTogether, "no reset", Limited(exchange, "100", "7", null));
        yield return Make(RateLimitRules.WholeNumbers, "a word", Limited(exchange, "many", "7", "60"));
        yield return Make(RateLimitRules.WholeNumbers, "less than nothing is left", Limited(exchange, "100", "-1", "60"));
        yield return Make(RateLimitRules.WholeNumbers, "a fraction", Limited(exchange, "100", "7", "1.5"));
        yield return Make(RateLimitRules.WholeNumbers, "beyond 64 bits", Limited(exchange, "100", "7", "99999999999999999999"));
        yield return Make(RateLimitRules.WholeNumbers, "nothing", Limited(exchange, string.Empty, "7", "60"));
        yield return Make(RateLimitRules.WithinLimit, "one more than the limit", Limited(exchange, "100", "101", "60"));
        foreach (var (description, throttled) in Unenveloped(Throttled(exchange)))
        {
            yield return Make(RateLimitRules.ThrottledEnvelope, description, throttled);
        }
    }

    /// <summary>An exchange whose answer has the three headers.</summary>
    public static Exchange Limited(Exchange exchange, string? limit, string? remaining, string? reset) =>
        Bodies.WithHeader(Bodies.WithHeader(Bodies.WithHeader(exchange, RateLimit.LimitHeader, limit), RateLimit.RemainingHeader, remaining), RateLimit.ResetHeader, reset);

    /// <summary>The exchange as a target answers it that throttles, in the documented way.</summary>
    public static Exchange Throttled(Exchange exchange) => Bodies.Edit(
        exchange with { Answer = Accepted.Rejection(ScenarioKind.WithoutCredentials).Answer! with { Status = RateLimit.TooManyRequests } },
        body => body["status"] = RateLimit.TooManyRequests);

    private static IEnumerable<(string Description, Exchange Exchange)> Unenveloped(Exchange throttled)
    {
        yield return ("a page of a proxy", Bodies.With(Bodies.WithHeader(throttled, "Content-Type", "text/html"), "<html>Too many requests</html>"));
        yield return ("an empty body", Bodies.With(throttled, string.Empty));
        yield return ("a word", Bodies.With(throttled, "\"slow down\""));
        yield return ("another object", Bodies.With(throttled, "{\"message\":\"slow down\"}"));
        yield return ("half of the envelope", Bodies.With(throttled, "{\"duration\":0,\"error\":{"));
        yield return ("text/plain", Bodies.WithHeader(throttled, "Content-Type", "text/plain"));
        yield return ("no error", Bodies.Edit(throttled, body => body.AsObject().Remove("error")));
        yield return ("no message", Bodies.Edit(throttled, body => body["error"]!.AsObject().Remove("message")));
        yield return ("another status", Bodies.Edit(throttled, body => body["status"] = 200));
        yield return ("a success", Bodies.Edit(throttled, body => body["successful"] = true));
    }

    private static Mutant Make(Requirement requirement, string description, Exchange exchange) => new(requirement.Id, description, exchange);
}
