using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges answers to requests beside the documented ones by the one thing that is required of them.</summary>
internal static class ObservationJudge
{
    public static void Judge(Exchange exchange, ExchangeAnswer answer, VerdictCollector book) => book.Record(
        ObservationRules.NothingElseSucceeds,
        answer.Status is < 200 or > 299 || StrictJson.Read(answer.Body).Value is not { } body || MayBe(exchange, body),
        string.Empty,
        () => Message.Of("http-answer", answer.Status, Excerpt.Of(answer.Body)));

    // A server may take a path with one slash more for the documented one, and answers it as that one then: with an envelope, where
    // the operation has one.
    private static bool MayBe(Exchange exchange, JsonElement body)
    {
        var successful = JsonPointer.Find(body, "/successful");
        return exchange.Scenario.Detail is ObservedRequest.UndocumentedPath or ObservedRequest.Options
            ? RejectionJudge.IsEnvelope(body) && successful is { ValueKind: JsonValueKind.False }
            : exchange.Operation.Shape == AnswerShape.Bare
            || (RejectionJudge.IsEnvelope(body) && successful is { ValueKind: JsonValueKind.True or JsonValueKind.False });
    }
}
