using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
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
        book.Record(EnvelopeRules.DataOrError, !(hasError && JsonPointer.Find(body, "/data") is not null), string.Empty, () => Message.Of("data-and-error"));
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
            book.Block(EnvelopeRules.StatusEqualsHttpStatus, Message.Of("status-not-integer"));
            book.Block(EnvelopeRules.SuccessfulAgreesWithStatus, Message.Of("status-not-integer"));
            book.Block(EnvelopeRules.ErrorAgreesWithSuccessful, Message.Of("status-not-integer"));
            return;
        }

        book.Record(EnvelopeRules.StatusEqualsHttpStatus, code == answer.Status, "/status", () => Message.Of("status-and-http", code, answer.Status));
        if (successful is not { } success || book.Violates(EnvelopeRules.StatusEqualsHttpStatus))
        {
            book.Block(EnvelopeRules.SuccessfulAgreesWithStatus, Message.Of("status-at-fault"));
            book.Block(EnvelopeRules.ErrorAgreesWithSuccessful, Message.Of("status-at-fault"));
            return;
        }

        book.Record(EnvelopeRules.SuccessfulAgreesWithStatus, success == (code == 200), "/successful", () => Message.Of("successful-with-status", success ? "true" : "false", code));
        if (book.Violates(EnvelopeRules.SuccessfulAgreesWithStatus) || book.Violates(EnvelopeRules.DataOrError))
        {
            book.Block(EnvelopeRules.ErrorAgreesWithSuccessful, Message.Of("success-at-fault"));
            return;
        }

        book.Record(EnvelopeRules.ErrorAgreesWithSuccessful, hasError == !success, "/error", () => Message.Of(hasError ? "error-beside-success" : "failure-without-error"));
    }

    private void JudgeTimestamp(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (exchange.Origin == ExchangeOrigin.Example)
        {
            book.NotExercised(EnvelopeRules.TimestampNearClock, Message.Of("example-without-clock"));
        }
        else if (JsonPointer.Find(body, "/timestamp") is { ValueKind: JsonValueKind.String } text && ValueFormats.Instant(text.GetString()!) is { } instant)
        {
            var completed = exchange.StartedAt + exchange.Elapsed;
            var distance = instant < exchange.StartedAt ? exchange.StartedAt - instant : instant > completed ? instant - completed : TimeSpan.Zero;
            book.Record(EnvelopeRules.TimestampNearClock, distance <= options.ClockTolerance, "/timestamp", () =>
                Message.Of("far-from-clock", text.GetString()!, (long)distance.TotalSeconds, (long)options.ClockTolerance.TotalSeconds));
        }
        else
        {
            book.Block(EnvelopeRules.TimestampNearClock, Message.Of("timestamp-not-time"));
        }
    }

    private void JudgeDuration(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (exchange.Origin == ExchangeOrigin.Example)
        {
            book.NotExercised(EnvelopeRules.DurationWithinExchange, Message.Of("example-without-time"));
        }
        else if (exchange is { Origin: ExchangeOrigin.Recorded, Elapsed.Ticks: 0 })
        {
            book.NotExercised(EnvelopeRules.DurationWithinExchange, Message.Of("recording-without-time"));
        }
        else if (JsonPointer.Find(body, "/duration") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var milliseconds) && milliseconds >= 0)
        {
            var allowed = (exchange.Elapsed + options.DurationTolerance).TotalMilliseconds;
            book.Record(EnvelopeRules.DurationWithinExchange, milliseconds <= allowed, "/duration", () =>
                Message.Of("longer-than-exchange", milliseconds, (long)exchange.Elapsed.TotalMilliseconds, (long)options.DurationTolerance.TotalMilliseconds));
        }
        else
        {
            book.Block(EnvelopeRules.DurationWithinExchange, Message.Of("duration-not-duration"));
        }
    }

    private void JudgeTrace(Exchange exchange, ExchangeAnswer answer, JsonElement body, VerdictCollector book)
    {
        if (TraceId(body) is not { } trace)
        {
            book.Block(EnvelopeRules.TraceIdOnSuccess, Message.Of("trace-id-not-string"));
            book.Block(EnvelopeRules.TraceIdUnique, Message.Of("trace-id-not-string"));
            return;
        }

        if (answer.Status == 200)
        {
            book.Record(EnvelopeRules.TraceIdOnSuccess, trace.Length > 0, "/traceId", () => Message.Of("empty-trace-id"));
        }
        else
        {
            book.NotExercised(EnvelopeRules.TraceIdOnSuccess, Message.Of("not-a-success"));
        }

        if (trace.Length == 0)
        {
            book.NotExercised(EnvelopeRules.TraceIdUnique, Message.Of("trace-id-is-empty"));
        }
        else if (exchange.Origin == ExchangeOrigin.Recorded)
        {
            book.NotExercised(EnvelopeRules.TraceIdUnique, Message.Of("recording-may-repeat"));
        }
        else
        {
            book.Record(EnvelopeRules.TraceIdUnique, !traces.TryGetValue(trace, out var first) || first == exchange.Id, "/traceId", () => Message.Of("repeated-trace-id", trace, first!));
        }
    }

    private static void JudgeLanguage(Exchange exchange, JsonElement body, VerdictCollector book)
    {
        if (!book.Violates(EnvelopeRules.DataOrError)
            && JsonPointer.Find(body, MessagePlace) is { ValueKind: JsonValueKind.String } message
            && exchange.Parameters.TryGetValue(Header.AcceptLanguage, out var language)
            && TextLanguage.IsIn(message.GetString()!, language) is { } fits)
        {
            book.Record(EnvelopeRules.MessageLanguage, fits, MessagePlace, () => Message.Of("other-language", Excerpt.Of(message), language));
        }
        else
        {
            book.NotExercised(EnvelopeRules.MessageLanguage, Message.Of("no-telling-message"));
        }
    }

    /// <summary>The trace id of an answer; null where it has none.</summary>
    public static string? TraceId(JsonElement body) =>
        JsonPointer.Find(body, "/traceId") is { ValueKind: JsonValueKind.String } trace ? trace.GetString() : null;
}
