using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;
using OcpConformance.MockOcp.Faults;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Turns a request into what is sent, with the fault where one is set.</summary>
/// <param name="dispatcher">Decides the outcome.</param>
/// <param name="fixtures">Holds the rejections.</param>
/// <param name="clock">The time of answers.</param>
/// <param name="limiter">Limits how many requests are served; null for no limit.</param>
/// <param name="fault">How to misbehave; null for not at all.</param>
internal sealed class Responder(Dispatcher dispatcher, FixtureCatalog fixtures, TimeProvider clock, RateLimiter? limiter, Fault? fault)
{
    // Below this length compressing costs more than it saves. That of the fixture counts: the answer's own depends on how
    // many digits its duration has.
    private const int SmallestCompressed = 1024;

    public Reply Answer(IncomingRequest request, long start)
    {
        var allowance = limiter?.Take();
        var outcome = allowance is { Exceeded: true } ? new Outcome(ErrorCause.Throttled, null, null) : dispatcher.Decide(request);
        var active = fault?.Concerns(outcome) == true ? fault : null;
        var template = Template(outcome, active?.AnswerAs);
        var body = Compose(template, outcome, request, start, active);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (template is not null)
        {
            headers["Content-Type"] = template.ContentType;
        }

        if (outcome.Allow is { } allow)
        {
            headers["Allow"] = allow;
        }

        allowance?.Write(headers);
        var reply = new Reply(template?.Status ?? 200, headers, body, template?.BodyBytes().Length >= SmallestCompressed);
        return active is null ? reply : Distortion.Distort(reply, active);
    }

    private byte[] Compose(AnswerTemplate? template, Outcome outcome, IncomingRequest request, long start, Fault? active)
    {
        var now = clock.GetLocalNow() + (active?.ClockSkew ?? TimeSpan.Zero);
        if (template?.Json is not { } json)
        {
            return template?.BodyBytes() ?? [];
        }

        if (EnvelopeStamp.Revive(json, now, clock.GetElapsedTime(start), request.Header(EnvelopeStamp.TraceHeader)) is not { } envelope)
        {
            return Bare(template, json, outcome);
        }

        if (active?.IgnoresLanguage != true && request.Header(Header.AcceptLanguage) is { } accepted)
        {
            Language.Translate(envelope, template, Language.Of(accepted));
        }

        if (template == outcome.Fixture?.Answer)
        {
            outcome.Finish?.Invoke(envelope);
        }

        if (active is not null)
        {
            Distortion.Edit(envelope, active);
        }

        return Encoding.UTF8.GetBytes(envelope.ToJsonString(CompactJson.Options));
    }

    private static byte[] Bare(AnswerTemplate template, JsonElement json, Outcome outcome)
    {
        if (outcome.Finish is not { } finish || template != outcome.Fixture?.Answer || json.ValueKind != JsonValueKind.Object)
        {
            return template.BodyBytes();
        }

        var answer = JsonObject.Create(json)!;
        finish(answer);
        return Encoding.UTF8.GetBytes(answer.ToJsonString(CompactJson.Options));
    }

    // Nothing but the methods is told about a path, and that without a body.
    private AnswerTemplate? Template(Outcome outcome, string? pretended)
    {
        if (outcome is { Cause: null, Operation: null })
        {
            return null;
        }

        var cause = pretended ?? outcome.Name;
        var fixture = outcome.Fixture ?? (outcome.Operation is { } operation ? dispatcher.Any(operation) : null);
        return cause == Outcome.Success && fixture is not null
            ? fixture.Answer
            : fixtures.Errors[cause == Outcome.Success ? ErrorCause.Unknown : cause];
    }
}
