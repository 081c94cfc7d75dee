using System.Globalization;
using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Rules;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges the envelope of one answer: its members by their schema, then what they mean together.</summary>
/// <param name="envelope">The requirements of schemas/envelope.</param>
/// <param name="options">The tolerances.</param>
/// <param name="traces">The exchange that had a trace id first in the run, by trace id.</param>
internal sealed class EnvelopeJudge(RequirementTree envelope, JudgeOptions options, IReadOnlyDictionary<string, string> traces)
{
    private const string MessagePlace = "/error/message";

    public void Judge(Exchange exchange, ExchangeAnswer answer, JsonElement body, VerdictCollector book)
    {
        new SchemaWalk(book).Visit(envelope.Root, body, string.Empty);
        if (body.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var status = JsonPointer.Find(body, "/status") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var code) ? code : (int?)null;
        bool? successful = JsonPointer.Find(body, "/successful") is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;
        var hasError = JsonPointer.Find(body, "/error") is not null;
        book.Record(EnvelopeRules.DataOrError, !(hasError && JsonPointer.Find(body, "/data") is not null), string.Empty, () => "both data and error");
        JudgeStatus(answer, status, successful, hasError, book);
        JudgeTimestamp(exchange, body, book);
        JudgeDuration(exchange, body, book);
        JudgeTrace(exchange, answer, body, book);
        JudgeLanguage(exchange, body, book);
    }

    private static void JudgeStatus(ExchangeAnswer answer, int? status, bool? successful, bool hasError, VerdictCollector book)
    {
        if (status is not { } code)
        {
            book.Block(EnvelopeRules.StatusEqualsHttpStatus, "status is no integer");
            book.Block(EnvelopeRules.SuccessfulAgreesWithStatus, "status is no integer");
            book.Block(EnvelopeRules.ErrorAgreesWithSuccessful, "status is no integer");
            return;
        }

        book.Record(EnvelopeRules.StatusEqualsHttpStatus, code == answer.Status, "/status", () => $"{Text(code)}, and HTTP {Text(answer.Status)}");
        if (successful is not { } success || book.Violates(EnvelopeRules.StatusEqualsHttpStatus))
        {
            book.Block(EnvelopeRules.SuccessfulAgreesWithStatus, "status or successful is already at fault");
            book.Block(EnvelopeRules.ErrorAgreesWithSuccessful, "status or successful is already at fault");
            return;
        }

        book.Record(EnvelopeRules.SuccessfulAgreesWithStatus, success == (code == 200), "/successful", () => $"successful {(success ? "true" : "false")} with status {Text(code)}");
        if (book.Violates(EnvelopeRules.SuccessfulAgreesWithStatus) || book.Violates(EnvelopeRules.DataOrError))
        {
            book.Block(EnvelopeRules.ErrorAgreesWithSuccessful, "successful, data or error is already at fault");
            return;
        }

        book.Record(EnvelopeRules.ErrorAgreesWithSuccessful, hasError == !success, "/error", () => hasError ? "error beside successful true" : "no error beside successful false");
    }

    private void JudgeTimestamp(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (exchange.Origin == ExchangeOrigin.Example)
        {
            book.NotExercised(EnvelopeRules.TimestampNearClock, "an example has no clock to compare with");
        }
        else if (JsonPointer.Find(body, "/timestamp") is { ValueKind: JsonValueKind.String } text && ValueFormats.Instant(text.GetString()!) is { } instant)
        {
            var completed = exchange.StartedAt + exchange.Elapsed;
            var distance = instant < exchange.StartedAt ? exchange.StartedAt - instant : instant > completed ? instant - completed : TimeSpan.Zero;
            book.Record(EnvelopeRules.TimestampNearClock, distance <= options.ClockTolerance, "/timestamp", () =>
                $"{text.GetString()}, {Text((long)distance.TotalSeconds)} s from the client's clock; the tolerance is {Text((long)options.ClockTolerance.TotalSeconds)} s");
        }
        else
        {
            book.Block(EnvelopeRules.TimestampNearClock, "timestamp is no time");
        }
    }

    private void JudgeDuration(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (exchange.Origin == ExchangeOrigin.Example)
        {
            book.NotExercised(EnvelopeRules.DurationWithinExchange, "an example has no measured time to compare with");
        }
        else if (exchange is { Origin: ExchangeOrigin.Recorded, Elapsed.Ticks: 0 })
        {
            book.NotExercised(EnvelopeRules.DurationWithinExchange, "the recording has no measured time to compare with");
        }
        else if (JsonPointer.Find(body, "/duration") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var milliseconds) && milliseconds >= 0)
        {
            var allowed = (exchange.Elapsed + options.DurationTolerance).TotalMilliseconds;
            book.Record(EnvelopeRules.DurationWithinExchange, milliseconds <= allowed, "/duration", () =>
                $"{Text(milliseconds)} ms, and the client saw {Text((long)exchange.Elapsed.TotalMilliseconds)} ms; the tolerance is {Text((long)options.DurationTolerance.TotalMilliseconds)} ms");
        }
        else
        {
            book.Block(EnvelopeRules.DurationWithinExchange, "duration is no duration");
        }
    }

    private void JudgeTrace(Exchange exchange, ExchangeAnswer answer, JsonElement body, VerdictCollector book)
    {
        if (TraceId(body) is not { } trace)
        {
            book.Block(EnvelopeRules.TraceIdOnSuccess, "traceId is no string");
            book.Block(EnvelopeRules.TraceIdUnique, "traceId is no string");
            return;
        }

        if (answer.Status == 200)
        {
            book.Record(EnvelopeRules.TraceIdOnSuccess, trace.Length > 0, "/traceId", () => "an empty traceId");
        }
        else
        {
            book.NotExercised(EnvelopeRules.TraceIdOnSuccess, "the answer is no success");
        }

        if (trace.Length == 0)
        {
            book.NotExercised(EnvelopeRules.TraceIdUnique, "traceId is empty");
        }
        else if (exchange.Origin == ExchangeOrigin.Recorded)
        {
            book.NotExercised(EnvelopeRules.TraceIdUnique, "a recording may hold the same answer twice");
        }
        else
        {
            book.Record(EnvelopeRules.TraceIdUnique, !traces.TryGetValue(trace, out var first) || first == exchange.Id, "/traceId", () => $"{trace}, as in {first}");
        }
    }

    private static void JudgeLanguage(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (!book.Violates(EnvelopeRules.DataOrError)
            && JsonPointer.Find(body, MessagePlace) is { ValueKind: JsonValueKind.String } message
            && exchange.Parameters.TryGetValue(Header.AcceptLanguage, out var language)
            && TextLanguage.IsIn(message.GetString()!, language) is { } fits)
        {
            book.Record(EnvelopeRules.MessageLanguage, fits, MessagePlace, () => $"{Excerpt.Of(message)}, and {language} was asked for");
        }
        else
        {
            book.NotExercised(EnvelopeRules.MessageLanguage, "the answer has no message, or none whose letters tell its language");
        }
    }

    /// <summary>The trace id of an answer; null where it has none.</summary>
    public static string? TraceId(JsonElement body) =>
        JsonPointer.Find(body, "/traceId") is { ValueKind: JsonValueKind.String } trace ? trace.GetString() : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
