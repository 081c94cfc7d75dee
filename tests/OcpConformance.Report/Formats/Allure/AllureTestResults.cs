using System.Globalization;
using System.Text;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>
/// Makes a test of each exchange. Request and answer are attached where a requirement names the exchange as its evidence, so to
/// every violation; the others are in exchanges.har, because thousands of files more would slow down the run and the report.
/// </summary>
internal sealed class AllureTestResults
{
    private const int ListedViolations = 10;

    private const int LongestBody = 200_000;

    private readonly ResultDocument result;
    private readonly AllureSteps steps;
    private readonly ILookup<string, AllureEvidence> evidence;
    private readonly Dictionary<string, string> pages;

    public AllureTestResults(ResultDocument result)
    {
        this.result = result;
        steps = new AllureSteps(result.Conclusion);
        evidence = AllureEvidence.ByExchange(result);
        pages = result.Requirements
            .DistinctBy(requirement => requirement.Scope, StringComparer.Ordinal)
            .ToDictionary(requirement => requirement.Scope, requirement => requirement.Page, StringComparer.Ordinal);
    }

    /// <summary>The files of a test: its attachments, then itself.</summary>
    public IEnumerable<ReportFile> Of(ExchangeResult exchange)
    {
        List<AllureEvidence> entries = [.. evidence[exchange.Id]];
        var violations = entries.Where(entry => entry.IsViolation).OrderBy(entry => entry.Status).ToList();
        List<(AllureAttachment Entry, ReportFile File)> attachments = entries.Count == 0 ? [] : [.. Attachments(exchange)];
        var test = Test(exchange, entries, violations) with { Attachments = [.. attachments.Select(attachment => attachment.Entry)] };
        return attachments
            .Select(attachment => attachment.File)
            .Append(new ReportFile($"{AllureIds.File(exchange.Id, "result"):N}-result.json", AllureJson.Write(test, json => json.AllureResult)));
    }

    private AllureResult Test(ExchangeResult exchange, List<AllureEvidence> entries, List<AllureEvidence> violations)
    {
        var start = (exchange.StartedAt ?? result.StartedAt).ToUnixTimeMilliseconds();
        var stop = start + (long)Math.Ceiling(exchange.ElapsedMs ?? 0);
        var operation = exchange.Operation!;
        var page = pages.GetValueOrDefault(operation);
        var fullName = $"{result.Suite.Name}:{exchange.Id}";
        var (status, details) = Outcome(exchange, violations);
        var parameters = Parameters(exchange);
        return new AllureResult
        {
            Uuid = AllureIds.Test(exchange.Id, result.StartedAt).ToString(),
            HistoryId = AllureIds.History(fullName, parameters),
            TestCaseId = AllureIds.TestCase(fullName),
            TitlePath = [result.Suite.Name, Area(operation), operation],
            FullName = fullName,
            Labels = Labels(exchange, operation, page, violations),
            Links = [.. violations.Select(entry => entry.Requirement.Waiver?.Ticket).Distinct().Where(IsAddress).Select(ticket => new AllureLink(ticket!, ticket!, "issue"))],
            Name = $"{page ?? operation}: {CaseOf(exchange, operation)}",
            Status = status,
            StatusDetails = details,
            Description = page is null ? null : $"`{operation}`, documented on the page *{page}*.",
            Steps = steps.Of(exchange, entries, start, stop),
            Attachments = [],
            Parameters = parameters,
            Start = start,
            Stop = stop,
        };
    }

    private (string Status, AllureStatusDetails Details) Outcome(ExchangeResult exchange, List<AllureEvidence> violations)
    {
        if (violations.Count > 0)
        {
            var worst = violations[0].Status;
            return worst == RequirementStatus.Fails
                ? (AllureWords.Failed, AllureStatusDetails.None with { Message = Texts(exchange, violations) })
                : (AllureWords.Skipped, AllureStatusDetails.None with
                {
                    Known = worst == RequirementStatus.Waived,
                    Message = $"{RequirementStatuses.Explain(violations[0].Requirement, result.Conclusion)}{Environment.NewLine}{Texts(exchange, violations)}",
                });
        }

        if (exchange.Judged?.Any(kind => kind.Conforms > 0) == true)
        {
            return (AllureWords.Passed, AllureStatusDetails.None);
        }

        var blocked = exchange.Judged?.Any(kind => kind.Blocked > 0) == true;
        return (AllureWords.Skipped, AllureStatusDetails.None with { Message = $"{(blocked ? "Blocked" : "Not exercised")}: {exchange.Unexercised?.Text ?? "nothing is required of the answer"}" });
    }

    private static string Texts(ExchangeResult exchange, List<AllureEvidence> violations)
    {
        var worst = violations.Where(entry => entry.Status == violations[0].Status).ToList();
        var texts = string.Join(Environment.NewLine, worst.Take(ListedViolations).Select(entry => FailureText.Of(entry.Requirement, entry.Evidence, exchange)));
        return worst.Count <= ListedViolations
            ? texts
            : string.Create(CultureInfo.InvariantCulture, $"{texts}{Environment.NewLine}and {worst.Count - ListedViolations} more, which the steps list");
    }

    // The title of a page is no address, so it is a label; a link would have to invent one.
    private static List<AllureLabel> Labels(ExchangeResult exchange, string operation, string? page, List<AllureEvidence> violations) =>
    [
        new("language", "C#"),
        new("framework", "OcpConformance"),
        new("epic", Area(operation)),
        new("feature", operation),
        new("story", exchange.Scenario ?? string.Empty),
        new("severity", violations.Count > 0 && violations.TrueForAll(entry => entry.Requirement.Level == Level.Should) ? "minor" : "critical"),
        .. page is null ? Array.Empty<AllureLabel>() : [new("page", page)],
        .. (exchange.Judged ?? []).Select(kind => new AllureLabel("kind", kind.Kind.Word())),
        .. violations.Select(entry => entry.Requirement.Waiver?.Owner).OfType<string>().Distinct(StringComparer.Ordinal).Select(owner => new AllureLabel("owner", owner)),
        new("parentSuite", Area(operation)),
        new("suite", operation),
        new("subSuite", exchange.Scenario ?? string.Empty),
    ];

    private static List<AllureParameter> Parameters(ExchangeResult exchange)
    {
        List<AllureParameter> parameters = [new("exchange", exchange.Id, false)];
        Add("request", exchange.Request is { } request ? $"{request.Method} {request.Url}" : null);
        Add("status", exchange.Answer?.Status.ToString(CultureInfo.InvariantCulture));
        Add("setting", exchange.Setting);
        return parameters;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parameters.Add(new AllureParameter(name, value, Excluded: true));
            }
        }
    }

    private static IEnumerable<(AllureAttachment Entry, ReportFile File)> Attachments(ExchangeResult exchange)
    {
        if (exchange.Request is { } request)
        {
            yield return Attachment("request", HttpText.Of(request, exchange.Curl, LongestBody));
        }

        if (exchange.Answer is { } answer)
        {
            yield return Attachment("answer", HttpText.Of(answer, LongestBody));
        }

        if (exchange.Failure is { } failure)
        {
            yield return Attachment("no answer", failure.Text);
        }

        (AllureAttachment, ReportFile) Attachment(string name, string text)
        {
            var file = $"{AllureIds.File(exchange.Id, name):D}-attachment.txt";
            return (new AllureAttachment(name, file, "text/plain"), new ReportFile(file, Encoding.UTF8.GetBytes(text)));
        }
    }

    private static string Area(string operation) => operation.Split('/')[0];

    private static string CaseOf(ExchangeResult exchange, string operation) =>
        exchange.Id.StartsWith($"{operation}/", StringComparison.Ordinal) ? exchange.Id[(operation.Length + 1)..] : exchange.Id;

    private static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
