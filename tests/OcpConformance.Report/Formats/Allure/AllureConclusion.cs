using System.Globalization;
using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>The conclusion of the run as a test: failed where the target breaks the contract, broken where the run cannot say.</summary>
internal static class AllureConclusion
{
    private const string Name = "conclusion";

    public static IEnumerable<ReportFile> Of(ResultDocument result)
    {
        var summary = new ReportFile($"{AllureIds.File(Name, "summary"):D}-attachment.md", SummaryReport.Write(result));
        yield return summary;
        yield return new ReportFile($"{AllureIds.File(Name, "result"):N}-result.json", AllureJson.Write(Test(result, summary.Name), json => json.AllureResult));
    }

    private static AllureResult Test(ResultDocument result, string summary)
    {
        var fullName = $"{result.Suite.Name}:{Name}";
        var start = result.StartedAt.ToUnixTimeMilliseconds();
        return new AllureResult
        {
            Uuid = AllureIds.Test(Name, result.StartedAt).ToString(),
            HistoryId = AllureIds.History(fullName, []),
            TestCaseId = AllureIds.TestCase(fullName),
            TitlePath = [result.Suite.Name, Name],
            FullName = fullName,
            Labels =
            [
                new("language", "C#"), new("framework", "OcpConformance"), new("epic", "run"), new("feature", Name), new("story", "target"), new("severity", "blocker"),
                new("parentSuite", "run"), new("suite", Name), new("subSuite", "target"),
            ],
            Links = [],
            Name = "The target conforms to the contract",
            Status = result.Conclusion.Outcome switch
            {
                ConclusionKind.Conformant => AllureWords.Passed,
                ConclusionKind.NonConformant => AllureWords.Failed,
                _ => AllureWords.Broken,
            },
            StatusDetails = AllureStatusDetails.None with { Message = result.Conclusion.Outcome == ConclusionKind.Conformant ? null : result.Conclusion.Reason.Text },
            Description = result.Conclusion.Reason.Text,
            Steps = [],
            Attachments = [new("summary", summary, "text/markdown")],
            Parameters = [.. Counts(result.Totals).Select(count => new AllureParameter(count.Name, count.Count.ToString(CultureInfo.InvariantCulture), Excluded: true))],
            Start = start,
            Stop = start + result.DurationMs,
        };
    }

    private static IEnumerable<(string Name, int Count)> Counts(Totals totals) =>
    [
        ("requirements", totals.Requirements),
        (VerdictKind.Conforms.Word(), totals.Conforms),
        ("violates (must)", totals.MustViolations),
        ("violates (should)", totals.ShouldViolations),
        (VerdictKind.Waived.Word(), totals.Waived),
        (VerdictKind.NotExercised.Word(), totals.NotExercised),
        (VerdictKind.Blocked.Word(), totals.Blocked),
    ];
}
