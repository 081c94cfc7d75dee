using System.Text;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Html;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>Results to make reports of.</summary>
internal static partial class Reported
{
    public const string Exchange = "backup/query-backup-ability/nominal/complete";

    private static readonly Lazy<Task<ResultDocument>> RedRun = new(() => RunAsync("foreign-backup-mode"));

    /// <summary>A run in which one value is not documented.</summary>
    public static Task<ResultDocument> RedAsync() => RedRun.Value;

    /// <summary>A run with a fault of the mock.</summary>
    public static async Task<ResultDocument> RunAsync(string? fault) =>
        (await InProcess.MockAsync("backup/query-backup-ability", fault is null ? null : FaultLoader.Load(Project.Contract, fault))).Result;

    /// <summary>The red run, and each of its requirements again under other operations until there are so many.</summary>
    public static async Task<ResultDocument> LargeAsync(int requirements)
    {
        var red = await RedAsync();
        var more = Enumerable.Range(0, requirements - red.Requirements.Count).Select(index =>
        {
            var copied = red.Requirements.Where(requirement => requirement.Verdict == VerdictKind.Conforms).ElementAt(index % 20);
            var scope = $"area-{index % 17}/operation-{index}";
            return copied with { Scope = scope, Id = $"{scope}#/data:type", Place = "/data", Keyword = "type" };
        });
        return red with
        {
            Requirements = [.. red.Requirements, .. more],
            Totals = red.Totals with { Requirements = requirements, Conforms = red.Totals.Conforms + requirements - red.Requirements.Count },
        };
    }

    /// <summary>The red run with one text in every place that a target or a user can fill.</summary>
    public static async Task<ResultDocument> HostileAsync(string text)
    {
        var red = await RedAsync();
        var said = Message.Verbatim(text);
        var violated = red.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Violates);
        var waiver = new WaiverInfo(text, text, text, text, new DateOnly(2027, 1, 31));
        var odd = violated with
        {
            Sentence = said,
            Page = text,
            Erratum = new ErratumInfo(text, text),
            Evidence = [new EvidenceResult(Exchange, VerdictKind.Violates, [new FindingResult("/data/backupMode", said, said), new FindingResult("Content-Type", said, said)], 2)],
        };
        return red with
        {
            Target = new TargetInfo("live", text),
            Settings = new Dictionary<string, string> { ["OCP_SELECT"] = text },
            Conclusion = red.Conclusion with { Reason = said },
            Contract = red.Contract with { VersionSource = said, LeftOut = [new LeftOutInfo(text, said)] },
            Coverage = red.Coverage with { MissingMembers = [text], MissingValues = [text], EmptyLists = [text], UnexercisedOperations = [text] },
            Observations = [new ObservationInfo(text, Exchange, said)],
            UnexercisedWaivers = [waiver],
            UnmatchedEntries = [text],
            Requirements = [.. red.Requirements.Select(requirement => requirement == violated ? odd : requirement with { Sentence = said })],
            Exchanges = [.. red.Exchanges.Select(exchange => Odd(exchange, text))],
        };
    }

    public static string Html(ResultDocument result) => Encoding.UTF8.GetString(HtmlReport.Write(result));

    /// <summary>The report without style, script and data: what is there before any script runs.</summary>
    public static string Markup(ResultDocument result) => Sources().Replace(Html(result), string.Empty);

    private static ExchangeResult Odd(ExchangeResult exchange, string text) => exchange with
    {
        Request = exchange.Request is { } request ? request with { Url = text, Headers = [new HeaderResult(text, text)], Body = text } : null,
        Answer = exchange.Answer is { } answer ? answer with { Headers = [new HeaderResult("Content-Type", text), new HeaderResult(text, text)], Body = OddBody(answer.Body, text) } : null,
        Failure = exchange.Failure is null ? null : Message.Verbatim(text),
        Curl = text,
        UndocumentedMembers = [text],
        UndocumentedValues = [text],
    };

    private static string? OddBody(string? body, string text) =>
        body?.Replace("SNAPSHOT", text.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);

    [GeneratedRegex("<(script|style)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Sources();
}
