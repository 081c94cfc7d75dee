using System.Globalization;
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
                Vocabulary.Conformant => AllureWords.Passed,
                Vocabulary.NonConformant => AllureWords.Failed,
                _ => AllureWords.Broken,
            },
            StatusDetails = AllureStatusDetails.None with { Message = result.Conclusion.Outcome == Vocabulary.Conformant ? null : result.Conclusion.Reason },
            Description = result.Conclusion.Reason,
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
        (Vocabulary.Conforms, totals.Conforms),
        ("violates (must)", totals.MustViolations),
        ("violates (should)", totals.ShouldViolations),
        (Vocabulary.Waived, totals.Waived),
        (Vocabulary.NotExercised, totals.NotExercised),
        (Vocabulary.Blocked, totals.Blocked),
    ];
}
