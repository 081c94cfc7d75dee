using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;
using OcpConformance.MockOcp.Faults;

namespace OcpConformance.MockOcp.Answering;

/// <summary>Turns a request into what is sent, with the fault where one is set.</summary>
/// <param name="book">Decides the outcome.</param>
/// <param name="fixtures">Holds the rejections.</param>
/// <param name="clock">The time of answers.</param>
/// <param name="fault">How to misbehave; null for not at all.</param>
internal sealed class Answerer(FixtureBook book, FixtureCatalog fixtures, TimeProvider clock, Fault? fault)
{
    private const string Success = "success";

    public Reply Answer(IncomingRequest request, long start)
    {
        var outcome = book.Decide(request);
        var active = fault is not null && fault.Outcome == (outcome.Cause ?? Success) && (fault.Operation is null || fault.Operation == outcome.Operation?.Id) ? fault : null;
        var template = Template(outcome, active?.AnswerAs);
        var now = clock.GetLocalNow() + (active?.ClockSkew ?? TimeSpan.Zero);
        JsonNode? living = template.Json is { } json ? LivingEnvelope.Revive(json, now, clock.GetElapsedTime(start)) : null;
        if (active is not null && living is not null)
        {
            Edit(living, active);
        }

        var body = living is null ? template.BodyBytes() : Encoding.UTF8.GetBytes(living.ToJsonString(CompactJson.Options));
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = template.ContentType };
        return active is null ? new Reply(template.Status, headers, body) : Distort(new Reply(template.Status, headers, body), active);
    }

    private AnswerTemplate Template(Outcome outcome, string? pretended)
    {
        var cause = pretended ?? outcome.Cause ?? Success;
        var fixture = outcome.Fixture ?? (outcome.Operation is { } operation ? book.Any(operation) : null);
        return cause == Success && fixture is not null
            ? fixture.Answer
            : fixtures.Errors[cause == Success ? ErrorCause.Unknown : cause];
    }

    private static void Edit(JsonNode body, Fault fault)
    {
        foreach (var (pointer, value) in fault.Set)
        {
            JsonEdit.Set(body, pointer, value?.DeepClone());
        }

        foreach (var pointer in fault.Remove)
        {
            JsonEdit.Remove(body, pointer);
        }
    }

    private static Reply Distort(Reply reply, Fault fault)
    {
        var body = fault.Body ?? reply.Body;
        body = [.. Encoding.UTF8.GetBytes(fault.Prepend), .. body[..Math.Max(0, body.Length - fault.DropLastBytes)], .. Encoding.UTF8.GetBytes(fault.Append)];
        var headers = new Dictionary<string, string>(reply.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fault.Headers)
        {
            if (value.Length == 0)
            {
                headers.Remove(name);
            }
            else
            {
                headers[name] = value;
            }
        }

        return new Reply(fault.Status ?? reply.Status, headers, body, fault.Abort);
    }
}
