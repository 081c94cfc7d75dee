using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges answers to requests beside the documented ones by the one thing that is required of them.</summary>
internal static class ObservationJudge
{
    public static void Judge(Exchange exchange, ExchangeAnswer answer, VerdictCollector book) => book.Record(
        ObservationRules.NothingElseSucceeds,
        answer.Status is < 200 or > 299 || StrictJson.Read(answer.Body).Value is not { } body || MayBe(exchange.Scenario, body),
        string.Empty,
        () => $"HTTP {answer.Status}: {Excerpt.Of(answer.Body)}");

    // A server may take a path with one slash more for the documented one, and answers it with an envelope then.
    private static bool MayBe(Scenario scenario, JsonElement body)
    {
        var successful = JsonPointer.Find(body, "/successful");
        return RejectionJudge.IsEnvelope(body) && (scenario.Detail is ObservedRequest.UndocumentedPath or ObservedRequest.Options
            ? successful is { ValueKind: JsonValueKind.False }
            : successful is { ValueKind: JsonValueKind.True or JsonValueKind.False });
    }
}
