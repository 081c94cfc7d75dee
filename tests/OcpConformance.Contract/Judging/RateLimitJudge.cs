using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges what an answer says about throttling. That a target throttles is no violation; it blocks what needs an answer.</summary>
/// <param name="envelope">The requirements of schemas/envelope.</param>
/// <param name="envelopeJudge">Judges the envelope of answers with HTTP 429.</param>
/// <param name="earlier">The last earlier answer of the same window, by the id of the later exchange.</param>
internal sealed class RateLimitJudge(RequirementTree envelope, EnvelopeJudge envelopeJudge, IReadOnlyDictionary<string, EarlierRemaining> earlier)
{
    /// <summary>Why nothing else can be said of an exchange that the target throttled.</summary>
    public static Message WhyBlocked(Exchange exchange) => exchange.Origin == ExchangeOrigin.Recorded
        ? Message.Of("recording-throttled")
        : Message.Of("throttled");

    /// <summary>Judges the headers, and the whole answer where it is HTTP 429.</summary>
    public void Judge(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        JudgeHeaders(exchange, answer, book);
        if (answer.Status == RateLimit.TooManyRequests)
        {
            JudgeRejection(exchange, answer, book);
        }
        else
        {
            book.NotExercised(RateLimitRules.ThrottledEnvelope, Message.Of("not-throttled"));
        }
    }

    private void JudgeHeaders(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        var lines = answer.Headers.Where(header => RateLimit.HeaderNames.Contains(header.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (lines.Count == 0)
        {
            foreach (var requirement in RateLimitRules.All.Where(requirement => requirement != RateLimitRules.ThrottledEnvelope))
            {
                book.NotExercised(requirement, Message.Of("no-rate-limit-header"));
            }

            return;
        }

        var missing = RateLimit.HeaderNames.Where(name => answer.Header(name) is null).ToList();
        book.Record(RateLimitRules.HeadersTogether, missing.Count == 0, string.Join(", ", missing), () => Message.Of("absent"));
        book.Conform(RateLimitRules.WholeNumbers);
        foreach (var line in lines.Where(line => RateLimit.WholeNumber(line.Value) is null))
        {
            book.Violate(RateLimitRules.WholeNumbers, line.Name, Message.Of("quoted", line.Value));
        }

        JudgeRemaining(exchange, RateLimit.Of(answer), book);
    }

    private void JudgeRemaining(Exchange exchange, RateLimit rate, VerdictCollector book)
    {
        if (rate is not { Remaining: { } remaining, Limit: { } limit })
        {
            book.Block(RateLimitRules.WithinLimit, Message.Of("rate-limit-incomplete"));
        }
        else
        {
            book.Record(RateLimitRules.WithinLimit, remaining <= limit, RateLimit.RemainingHeader, () => Message.Of("remaining-of-limit", remaining, limit));
        }

        if (earlier.TryGetValue(exchange.Id, out var before) && !book.Violates(RateLimitRules.WithinLimit))
        {
            JudgeFall(rate, before, book);
        }
        else
        {
            book.NotExercised(RateLimitRules.RemainingFalls, Message.Of("no-earlier-in-window"));
        }
    }

    /// <summary>Adds to what was made of an exchange without the others whether less was left than before.</summary>
    public Judgement Complete(Judgement alone)
    {
        var within = alone.Verdicts.FirstOrDefault(verdict => verdict.Requirement == RateLimitRules.WithinLimit);
        if (within is null or { Kind: VerdictKind.Violates } || !earlier.TryGetValue(alone.Exchange.Id, out var before))
        {
            return alone;
        }

        var own = new VerdictCollector([RateLimitRules.RemainingFalls]);
        JudgeFall(RateLimit.Of(alone.Exchange.Answer!), before, own);
        var fall = own.Verdicts(_ => Message.Of("no-occasion"))[0];
        return alone with { Verdicts = [.. alone.Verdicts.Select(verdict => verdict.Requirement == fall.Requirement ? fall : verdict)] };
    }

    private static void JudgeFall(RateLimit rate, EarlierRemaining before, VerdictCollector book) =>
        book.Record(RateLimitRules.RemainingFalls, rate.Remaining < before.Remaining, RateLimit.RemainingHeader, () =>
            Message.Of("remaining-not-fallen", rate.Remaining ?? 0, before.Remaining, before.Exchange));

    // Judged in a book of its own: whatever is wrong with the envelope of such an answer is one statement about throttling.
    private void JudgeRejection(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        var own = new VerdictCollector([ProtocolRules.MediaType, .. ProtocolRules.Body, .. envelope.Requirements, .. EnvelopeRules.All]);
        if (BodyReader.ReadJson(answer, own) is { } body)
        {
            envelopeJudge.Judge(exchange, answer, body, own);
        }

        book.Conform(RateLimitRules.ThrottledEnvelope);
        foreach (var verdict in own.Verdicts(_ => Message.Of("no-occasion")).Where(verdict => verdict is { Kind: VerdictKind.Violates, Requirement.Level: Level.Must }))
        {
            foreach (var finding in verdict.Findings)
            {
                book.Violate(RateLimitRules.ThrottledEnvelope, finding.Place, Message.Of("in-place-of", finding.Actual, verdict.Requirement.Sentence));
            }
        }
    }
}
