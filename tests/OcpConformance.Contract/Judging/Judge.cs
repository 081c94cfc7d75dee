using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>Judges exchanges against the contract. Pure: the same exchanges give the same verdicts.</summary>
public sealed class Judge
{
    private const int NotAcceptable = 406;

    private readonly ApplicableRequirements applicable;
    private readonly RunFacts facts;
    private readonly EnvelopeJudge envelopeJudge;
    private readonly RateLimitJudge rateLimitJudge;
    private readonly RejectionJudge rejectionJudge;
    private readonly DataJudge dataJudge;

    /// <summary>Makes a judge for the exchanges of one run.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">The tolerances.</param>
    /// <param name="exchanges">All exchanges of the run, in a stable order: of two with the same trace id the later one is at fault.</param>
    public Judge(ContractCatalog contract, JudgeOptions options, IEnumerable<Exchange> exchanges)
        : this(contract, options, RunFacts.Of(contract, options, exchanges))
    {
    }

    /// <summary>Makes a judge.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">The tolerances.</param>
    /// <param name="facts">What all exchanges together tell.</param>
    public Judge(ContractCatalog contract, JudgeOptions options, RunFacts facts)
    {
        this.facts = facts;
        applicable = new ApplicableRequirements(contract);
        envelopeJudge = new EnvelopeJudge(contract.Envelope, options, facts.FirstTraces);
        rateLimitJudge = new RateLimitJudge(contract.Envelope, envelopeJudge, facts.Earlier);
        rejectionJudge = new RejectionJudge(envelopeJudge);
        dataJudge = new DataJudge(new PagingJudge(facts.FirstPages), new LifecycleJudge(contract.Lifecycles, facts.Creations));
    }

    /// <summary>
    /// Judges an exchange that was judged when it was the only one that was known: what the others tell is added, and where it
    /// may change more the exchange is judged again. The same comes out as by <see cref="Examine"/>.
    /// </summary>
    /// <param name="alone">What a judge with <see cref="RunFacts.None"/> made of it.</param>
    public Judgement Complete(Judgement alone) => facts.Concern(alone.Exchange) ? Examine(alone.Exchange) : rateLimitJudge.Complete(alone);

    /// <summary>Judges one exchange.</summary>
    public Judgement Examine(Exchange exchange)
    {
        var book = new VerdictCollector(applicable.Of(exchange.Operation, exchange.Scenario));
        if (facts.Away.TryGetValue(exchange, out var outage))
        {
            book.BlockRest(outage);
        }
        else if (exchange.Scenario.Kind == ScenarioKind.Observed)
        {
            ExamineObserved(exchange, book);
        }
        else if (exchange.Answer is { } answer)
        {
            book.Conform(ProtocolRules.AnswerArrives);
            rateLimitJudge.Judge(exchange, answer, book);
            if (answer.Status == RateLimit.TooManyRequests)
            {
                book.BlockRest(RateLimitJudge.WhyBlocked(exchange));
            }
            else if (facts.Missing.TryGetValue(exchange.Operation, out var reason))
            {
                book.BlockRest(reason);
            }
            else if (answer.Status == NotAcceptable && !exchange.Request.AcceptsAnything)
            {
                book.BlockRest(Message.Of("not-acceptable"));
            }
            else if (exchange.Scenario.IsValid)
            {
                ExamineValid(exchange, answer, book);
            }
            else if (exchange.Scenario.IsOpen)
            {
                ExamineOpen(exchange, answer, book);
            }
            else
            {
                rejectionJudge.Judge(exchange, answer, book);
            }
        }
        else
        {
            var failure = exchange.Failure?.Message ?? Message.Of("no-answer-recorded");
            book.Violate(ProtocolRules.AnswerArrives, string.Empty, failure);
            book.BlockRest(failure);
        }

        return new Judgement(
            exchange,
            book.Verdicts(WhyNotExercised),
            [.. book.Undocumented],
            [.. book.UndocumentedValues],
            book.SeenPlaces,
            book.SeenValues);
    }

    private static void ExamineObserved(Exchange exchange, VerdictCollector book)
    {
        if (exchange.Answer is { Status: RateLimit.TooManyRequests })
        {
            book.BlockRest(RateLimitJudge.WhyBlocked(exchange));
        }
        else if (exchange.Answer is { } answer)
        {
            ObservationJudge.Judge(exchange, answer, book);
        }
        else
        {
            book.BlockRest(exchange.Failure?.Message ?? Message.Of("no-answer-recorded"));
        }
    }

    // Neither an answer nor a rejection is a violation by itself.
    private void ExamineOpen(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        RejectionJudge.JudgeStackTrace(answer, book);
        if (BodyReader.ReadJson(answer, book) is not { } body)
        {
            book.BlockRest(Message.Of("body-not-json"));
            return;
        }

        envelopeJudge.Judge(exchange, answer, body, book);
        if (FailureJudge.WhyBlocked(exchange, answer) is { } reason)
        {
            book.BlockRest(reason);
        }
        else if (exchange.Scenario.Kind == ScenarioKind.OversizedPage)
        {
            PagingJudge.JudgeOversized(exchange, answer, body, book);
        }
        else
        {
            PagingJudge.JudgeBehindLast(answer, body, book);
        }
    }

    private void ExamineValid(Exchange exchange, ExchangeAnswer answer, VerdictCollector book)
    {
        RejectionJudge.JudgeStackTrace(answer, book);
        book.Record(ProtocolRules.NoRedirect, answer.Status is < 300 or > 399 or 304, string.Empty, () => Message.Of("http-redirect", answer.Status, answer.Header("Location") is { } location ? location : Message.Of("nowhere")));
        book.Record(ProtocolRules.StatusWithContent, answer.Status is not (204 or 205 or 304), string.Empty, () => Message.Of("http-status", answer.Status));
        if (book.Violates(ProtocolRules.NoRedirect) || book.Violates(ProtocolRules.StatusWithContent))
        {
            book.BlockRest(Message.Of("no-answer-of-operation", answer.Status));
            return;
        }

        if (exchange.Operation.Shape == AnswerShape.Bare && answer.Status == 200)
        {
            DataJudge.JudgeBare(exchange, answer, book);
            return;
        }

        // A failure of such an operation need not be enveloped either, and is what it is whatever its body says.
        if (exchange.Operation.Shape == AnswerShape.Bare && !BodyReader.ClaimsJson(answer) && FailureJudge.Judge(exchange, answer, book))
        {
            return;
        }

        if (BodyReader.ReadJson(answer, book) is not { } body)
        {
            book.BlockRest(Message.Of("body-not-json"));
            return;
        }

        if (exchange.Operation.Shape != AnswerShape.Bare)
        {
            envelopeJudge.Judge(exchange, answer, body, book);
        }

        if (FailureJudge.Judge(exchange, answer, book))
        {
            return;
        }

        if (JsonPointer.Find(body, "/successful") is { ValueKind: JsonValueKind.False } && JsonPointer.Find(body, "/data") is null)
        {
            book.BlockRest(Message.Of("success-contradicted"));
        }
        else
        {
            book.Conform(ProtocolRules.NominalSucceeds);
            dataJudge.Judge(exchange, body, book);
        }
    }

    private static Message WhyNotExercised(Requirement requirement) =>
        requirement.Place.Length == 0 ? Message.Of("no-occasion") : Message.Of("no-such-place", requirement.Place);
}
