using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Sending;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Results;

/// <summary>Says what was seen that is neither required nor forbidden: how a target rejects, how it answers odd requests, what it does with large pages.</summary>
internal static class ObservationBuilder
{
    /// <summary>The observations of a run, in the order of the plan; null where there are none.</summary>
    public static IReadOnlyList<ObservationInfo>? Build(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var answered = outcomes.Select(outcome => outcome.Exchange).OfType<Exchange>().Where(exchange => exchange.Answer is not null).ToList();
        ObservationInfo[] observations = [.. answered.Where(exchange => exchange.Scenario.Kind == ScenarioKind.Observed).Select(Odd), .. answered.Where(exchange => exchange.Scenario.Kind == ScenarioKind.OversizedPage).Select(Oversized), .. Rejections(answered)];
        return observations.Length == 0 ? null : observations;
    }

    private static ObservationInfo Odd(Exchange exchange) => new(
        exchange.Scenario.Name,
        exchange.Id,
        exchange.Scenario.Detail == ObservedRequest.TraceId
            ? Message.Of(Text(exchange.Answer!, "/traceId") == RequestComposer.OwnTraceId ? "trace-id-returned" : "trace-id-not-returned")
            : Message.Of("answered-with", Told(exchange.Answer!)));

    private static ObservationInfo Oversized(Exchange exchange)
    {
        var maximum = PagingParameters.Of(exchange.Operation)?.Maximum;
        Argument size = StrictJson.Read(exchange.Answer!.Body).Value is { } body && JsonPointer.Find(body, "/data/page/size") is { } named ? named.GetRawText() : Message.Of("no-size");
        return new ObservationInfo(exchange.Scenario.Name, exchange.Id, Message.Of("oversized-answered", $"{maximum}", Told(exchange.Answer), size));
    }

    private static IEnumerable<ObservationInfo> Rejections(IEnumerable<Exchange> answered) => answered
        .Where(exchange => exchange.Scenario is { IsValid: false, IsOpen: false, Kind: not ScenarioKind.Observed })
        .GroupBy(exchange => (Topic: exchange.Scenario.Kind == ScenarioKind.WrongCredentials ? exchange.Scenario.Name : Vocabulary.Word(exchange.Scenario.Kind), Answer: Told(exchange.Answer!)))
        .Select(group => new ObservationInfo(group.Key.Topic, group.First().Id, Message.Of("answered-in-exchanges", group.Key.Answer, group.Count())));

    private static Message Told(ExchangeAnswer answer)
    {
        List<Argument> told = [Message.Of("http-status", answer.Status)];
        if (answer.MediaType.Length > 0)
        {
            told.Add(answer.MediaType);
        }

        if (Text(answer, "/error/code") is { } code)
        {
            told.Add(Message.Of("error-code", code));
        }

        return Message.Of("answer-told", Argument.List(told));
    }

    private static string? Text(ExchangeAnswer answer, string place) =>
        StrictJson.Read(answer.Body).Value is { } body && JsonPointer.Find(body, place) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;
}
