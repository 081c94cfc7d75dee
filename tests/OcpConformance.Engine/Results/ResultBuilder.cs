using System.Text;
using OcpConformance.Contract;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Results;

/// <summary>Turns what a run brought into its result. Verdicts come redacted; requests and answers are redacted here.</summary>
/// <param name="scope">What the run covers.</param>
/// <param name="settings">The settings.</param>
/// <param name="target">The target.</param>
/// <param name="redactor">Replaces secrets.</param>
/// <param name="waivers">What became of the waivers.</param>
internal sealed class ResultBuilder(RunScope scope, RunSettings settings, RunTarget target, Redactor redactor, WaiverUse waivers)
{
    public ResultDocument Build(
        IReadOnlyList<ExchangeOutcome> outcomes,
        IReadOnlyList<(string Id, WireRecord Record)> own,
        IReadOnlyList<string> unmatched,
        Message? stop,
        DateTimeOffset startedAt,
        TimeSpan elapsed)
    {
        var exchanges = Task.Run(() => outcomes.AsParallel().AsOrdered().Select(Exchange).ToList());
        var requirements = Requirements(outcomes);
        var totals = Tally.Count(requirements, outcomes.Count);
        var coverage = CoverageBuilder.Build(outcomes, requirements, scope.Contract.Operations.Where(operation => operation.Matches(settings.Select)));
        var conclusion = RunConclusion.Draw(outcomes, totals, coverage, stop, settings, waivers, target.Kind == TargetKind.Recorded);
        return new ResultDocument
        {
            Suite = Suite(),
            Contract = Contract(outcomes),
            Target = new TargetInfo(target.Kind, redactor.Redact(target.BaseUrl.AbsoluteUri)),
            Settings = settings.Given.ToDictionary(pair => pair.Key, pair => redactor.Redact(pair.Value), StringComparer.Ordinal),
            StartedAt = startedAt,
            DurationMs = (long)elapsed.TotalMilliseconds,
            Conclusion = conclusion with { Reason = conclusion.Reason.Select(redactor.Redact) },
            Totals = totals,
            Coverage = coverage,
            UnexercisedWaivers = waivers.Unexercised.Count == 0 ? null : [.. waivers.Unexercised.Select(Waiver)],
            Observations = ObservationBuilder.Build(outcomes)?.Select(seen => seen with { Message = seen.Message.Select(redactor.Redact) }).ToList(),
            UnmatchedEntries = unmatched.Count == 0 ? null : [.. unmatched.Select(redactor.Redact)],
            Requirements = requirements,
            Exchanges = [.. own.Select(entry => Own(entry.Id, entry.Record)), .. exchanges.GetAwaiter().GetResult()],
        };
    }

    private ContractInfo Contract(IReadOnlyList<ExchangeOutcome> outcomes) => new(
        scope.Contract.Digest,
        outcomes.Select(outcome => outcome.Planned.Operation.Id).Distinct(StringComparer.Ordinal).Count(),
        scope.Release.Version?.ToString(),
        scope.Source,
        Vocabulary.Word(scope.Release.Edition),
        scope.LeftOut.Count == 0 ? null : [.. scope.LeftOut.Select(operation => new LeftOutInfo(operation.Operation, operation.Reason))]);

    private List<RequirementResult> Requirements(IReadOnlyList<ExchangeOutcome> outcomes)
    {
        var byRequirement = new Dictionary<Requirement, List<(string Exchange, Verdict Verdict)>>();
        foreach (var outcome in outcomes)
        {
            foreach (var verdict in outcome.Verdicts)
            {
                if (!byRequirement.TryGetValue(verdict.Requirement, out var list))
                {
                    byRequirement[verdict.Requirement] = list = [];
                }

                list.Add((outcome.Planned.Id, verdict));
            }
        }

        return [.. byRequirement.Select(pair => Requirement(pair.Key, pair.Value))];
    }

    private RequirementResult Requirement(Requirement requirement, List<(string Exchange, Verdict Verdict)> verdicts)
    {
        var worst = Tally.Worst([.. verdicts.Select(entry => entry.Verdict.Kind).Distinct()]);
        var showing = verdicts.Where(entry => entry.Verdict.Kind == worst).ToList();
        var waiver = worst == VerdictKind.Violates ? waivers.Covering.GetValueOrDefault(requirement.Id) : null;
        return new RequirementResult
        {
            Id = requirement.Id,
            Scope = requirement.Scope,
            Place = requirement.Place,
            Keyword = requirement.Keyword,
            Level = requirement.Level,
            Kind = requirement.Kind,
            Sentence = requirement.Sentence,
            Page = requirement.Page,
            File = requirement.File,
            Erratum = requirement.Erratum is { } erratum ? new ErratumInfo(erratum.Documented, erratum.Shown) : null,
            Verdict = waiver is null ? worst : VerdictKind.Waived,
            Waiver = waiver is null ? null : Waiver(waiver),
            Reason = worst is VerdictKind.NotExercised or VerdictKind.Blocked ? showing[0].Verdict.Reason : null,
            ConformsIn = verdicts.Count(entry => entry.Verdict.Kind == VerdictKind.Conforms),
            Evidence = [.. Tally.Speaking(worst, showing).Select(entry => Evidence(entry.Exchange, entry.Verdict))],
        };
    }

    private WaiverInfo Waiver(Waiver waiver)
    {
        var info = waiver.ToInfo();
        return info with { Reason = redactor.Redact(info.Reason), Owner = redactor.Redact(info.Owner), Ticket = redactor.Redact(info.Ticket) };
    }

    private static EvidenceResult Evidence(string exchange, Verdict verdict) => new(
        exchange,
        verdict.Kind,
        verdict.Findings.Count == 0 ? null : [.. verdict.Findings.Select(finding => new FindingResult(finding.Place, finding.Expected, finding.Actual))],
        verdict.FindingCount == 0 ? null : verdict.FindingCount);

    private ExchangeResult Exchange(ExchangeOutcome outcome)
    {
        var entry = new ExchangeResult
        {
            Id = outcome.Planned.Id,
            Operation = outcome.Planned.Operation.Id,
            Scenario = outcome.Planned.Scenario.Name,
            Blocked = outcome.BlockedReason,
            Setting = outcome.Exchange?.ValueSetting,
            UndocumentedMembers = outcome.Judgement is { UndocumentedMembers: { Count: > 0 } members } ? [.. members.Select(redactor.Redact)] : null,
            UndocumentedValues = outcome.Judgement is { UndocumentedValues: { Count: > 0 } values } ? [.. values.Select(redactor.Redact)] : null,
            Judged = JudgedKinds.Of(outcome.Verdicts),
            Unexercised = JudgedKinds.WhyNoneWasExercised(outcome.Verdicts),
        };
        return outcome.Exchange is { } exchange
            ? WithWire(entry, exchange.Request, exchange.Answer, exchange.Failure, exchange.StartedAt, exchange.Elapsed, CallerCredentials.For(target, exchange.Operation, exchange.Scenario).Credentials)
            : entry;
    }

    private ExchangeResult Own(string id, WireRecord record) =>
        WithWire(new ExchangeResult { Id = id }, record.Request, record.Answer, record.Failure, record.StartedAt, record.Elapsed, record.Request.Headers.Any(header => header.Name == "Authorization") ? target.Credentials : null);

    private ExchangeResult WithWire(
        ExchangeResult entry, ExchangeRequest request, ExchangeAnswer? answer, TransportFailure? failure, DateTimeOffset startedAt, TimeSpan elapsed, ICredentials? credentials)
    {
        var body = request.Body is { } bytes ? redactor.Redact(Encoding.UTF8.GetString(bytes.Span)) : null;
        return entry with
        {
            Request = new RequestResult(request.Method, redactor.Redact(request.Url.AbsoluteUri), Headers(request.Headers), body),
            Answer = answer is null ? null : Answer(answer),
            Failure = failure is null ? null : failure.Message.Select(redactor.Redact),
            StartedAt = startedAt,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 3),
            Curl = redactor.Redact(CurlCommand.Write(request, body, credentials, settings)),
        };
    }

    private AnswerResult Answer(ExchangeAnswer answer)
    {
        var headers = Headers(answer.Headers);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(answer.Body.Span);
            return new AnswerResult(answer.Status, headers, text.Length == 0 ? null : redactor.Redact(text), null);
        }
        catch (DecoderFallbackException)
        {
            // Redacted as Latin-1, which keeps every byte.
            var text = redactor.Redact(Encoding.Latin1.GetString(answer.Body.Span));
            return new AnswerResult(answer.Status, headers, null, Convert.ToBase64String(Encoding.Latin1.GetBytes(text)));
        }
    }

    private List<HeaderResult> Headers(IEnumerable<Header> headers) =>
        [.. redactor.Redact(headers).Select(header => new HeaderResult(header.Name, header.Value))];

    /// <summary>The suite that is running.</summary>
    public static SuiteInfo Suite() => new(SuiteVersion.Name, SuiteVersion.Text);
}
