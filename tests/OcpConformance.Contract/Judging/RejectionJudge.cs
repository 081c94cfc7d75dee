using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges answers to requests that must be rejected, and how failures are written.</summary>
/// <param name="envelopeJudge">Judges the envelope.</param>
internal sealed partial class RejectionJudge(EnvelopeJudge envelopeJudge)
{
    private static readonly string[] EnvelopeMarks = ["successful", "traceId", "server", "duration"];

    /// <summary>Judges the answer to a request that must be rejected.</summary>
    public void Judge(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        var rejected = RejectionRules.Of(exchange.Scenario);
        JudgeStackTrace(answer, book);
        var claimsJson = BodyReader.ClaimsJson(answer);
        if (!claimsJson || BodyReader.ReadJson(answer, book) is not { } body)
        {
            book.Record(rejected, answer.Status >= 300, string.Empty, () => Told(answer));
            if (claimsJson)
            {
                book.BlockRest(Message.Of("body-not-json"));
            }
            else
            {
                JudgeForm(rejected, enveloped: false, answer, book);
            }

            return;
        }

        var enveloped = IsEnvelope(body);
        if (enveloped)
        {
            envelopeJudge.Judge(exchange, answer, body, book);
        }

        var failure = JsonPointer.Find(body, "/successful") is { ValueKind: JsonValueKind.False };
        var data = body.ValueKind == JsonValueKind.Object && JsonPointer.Find(body, "/data") is not null && !book.Violates(EnvelopeRules.DataOrError);
        book.Record(rejected, (answer.Status >= 300 || (enveloped && failure)) && !data, string.Empty, () => Told(answer));
        JudgeForm(rejected, enveloped, answer, book);
    }

    /// <summary>Judges that a failure shows no stack trace.</summary>
    public static void JudgeStackTrace(ExchangeAnswer answer, VerdictCollector book)
    {
        if (answer.Status < 400)
        {
            book.NotExercised(RejectionRules.NoStackTrace, Message.Of("not-a-failure"));
            return;
        }

        var frame = Frame().Match(Encoding.UTF8.GetString(answer.Body.Span));
        book.Record(RejectionRules.NoStackTrace, !frame.Success, string.Empty, () => Message.Of("http-stack-trace", answer.Status, Excerpt.Of(Encoding.UTF8.GetBytes(frame.Value))));
    }

    /// <summary>Whether a body is an envelope, by its members.</summary>
    public static bool IsEnvelope(JsonElement body) => body.ValueKind == JsonValueKind.Object && EnvelopeMarks.Any(mark => body.TryGetProperty(mark, out _));

    private static void JudgeForm(Requirement rejected, bool enveloped, ExchangeAnswer answer, VerdictCollector book)
    {
        if (book.Violates(rejected))
        {
            book.NotExercised(RejectionRules.Enveloped, Message.Of("not-rejected"));
        }
        else
        {
            book.Record(RejectionRules.Enveloped, enveloped, string.Empty, () => Told(answer));
        }
    }

    private static Message Told(ExchangeAnswer answer) => Message.Of("http-answer", answer.Status, Excerpt.Of(answer.Body));

    // A frame of Java or Kotlin, behind a tab that JSON may write as an escape, or the head line of one of Python or Go.
    [GeneratedRegex(@"(?:\b|\\[tnr])at [\w$.<>/]{1,200}\((?:[\w$]{1,80}\.(?:java|kt|scala)(?::[0-9]{1,6})?|Native Method|Unknown Source)\)|Traceback \(most recent call last\)|goroutine [0-9]{1,9} \[running\]")]
    private static partial Regex Frame();
}
