using System.Globalization;
using System.Text;
using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;

namespace OcpConformance.Report.Formats;

/// <summary>
/// The result on one page of Markdown: conclusion, counts, violations by operation, waivers, what was blocked, coverage.
/// Every list is bounded, so that the page stays far below the 1 MiB that GitHub shows of a step.
/// </summary>
public static class SummaryReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "summary.md";

    private const int Listed = 50;

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        var text = new StringBuilder();
        AppendHead(text, result);
        AppendCounts(text, result.Totals);
        AppendViolations(text, result);
        AppendWaived(text, result);
        AppendUnasked(text, result, VerdictKind.Blocked, "Blocked");
        AppendUnasked(text, result, VerdictKind.NotExercised, "Not exercised");
        AppendCoverage(text, result.Coverage);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendHead(StringBuilder text, ResultDocument result)
    {
        text.AppendLine($"# OCP conformance: {result.Conclusion.Outcome.Word()}");
        text.AppendLine().AppendLine(Markdown.Text(result.Conclusion.Reason.Text)).AppendLine();
        text.AppendLine($"Target: {result.Target.Kind} {Markdown.Text(result.Target.BaseUrl)}  ");
        text.AppendLine(CultureInfo.InvariantCulture, $"Run: {result.StartedAt:yyyy-MM-dd HH:mm:ss zzz}, {result.DurationMs / 1000.0:0.0} s, {result.Totals.Exchanges} exchanges  ");
        text.AppendLine($"Suite: {result.Suite.Version}; contract: {(result.Contract.Digest.Length == 0 ? "unknown" : result.Contract.Digest[..12])}; release: {Markdown.Text(result.Contract.Version ?? "newest")}, {result.Contract.Edition}");
    }

    private static void AppendCounts(StringBuilder text, Totals totals) => Markdown.AppendTable(
        text,
        "| requirements | count |",
        "|---|---:|",
        new (string Name, int Count)[]
        {
            (VerdictKind.Conforms.Word(), totals.Conforms),
            ("violates (must)", totals.MustViolations),
            ("violates (should)", totals.ShouldViolations),
            (VerdictKind.Waived.Word(), totals.Waived),
            (VerdictKind.NotExercised.Word(), totals.NotExercised),
            (VerdictKind.Blocked.Word(), totals.Blocked),
            ("all", totals.Requirements),
        }.Select(count => string.Create(CultureInfo.InvariantCulture, $"| {count.Name} | {count.Count} |")));

    private static void AppendViolations(StringBuilder text, ResultDocument result)
    {
        var violations = result.Requirements
            .Where(requirement => requirement.Verdict == VerdictKind.Violates)
            .OrderBy(requirement => RequirementStatuses.Of(requirement, result.Conclusion))
            .ToList();
        if (violations.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("## Violations");
        foreach (var scope in violations.Take(Listed).GroupBy(requirement => requirement.Scope, StringComparer.Ordinal))
        {
            var all = violations.Count(requirement => requirement.Scope == scope.Key);
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {Markdown.Text(scope.Key)} ({all})");
            Markdown.AppendTable(text, "| level | requirement | statement | actual | exchange |", "|---|---|---|---|---|", scope.Select(Violation));
        }

        AppendMore(text, violations.Count);
    }

    private static string Violation(RequirementResult requirement)
    {
        var evidence = requirement.Evidence.First(FailureText.IsViolation);
        var actual = evidence.Findings is { Count: > 0 } findings ? findings[0].Actual.Text : string.Empty;
        var more = requirement.Evidence.Count(FailureText.IsViolation) - 1;
        var exchange = more == 0 ? Markdown.Text(evidence.Exchange) : string.Create(CultureInfo.InvariantCulture, $"{Markdown.Text(evidence.Exchange)} and {more} more");
        return $"| {requirement.Level.Word()} | {Markdown.Code(requirement.Id)} | {Markdown.Text(requirement.Sentence.Text)} | {Markdown.Text(actual)} | {exchange} |";
    }

    private static void AppendWaived(StringBuilder text, ResultDocument result)
    {
        var waived = result.Requirements.Where(requirement => requirement.Verdict == VerdictKind.Waived).ToList();
        if (waived.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("## Waived");
        Markdown.AppendTable(
            text,
            "| level | requirement | waiver |",
            "|---|---|---|",
            waived.Take(Listed).Select(requirement => $"| {requirement.Level.Word()} | {Markdown.Code(requirement.Id)} | {Markdown.Text(RequirementStatuses.Waiver(requirement.Waiver))} |"));
        AppendMore(text, waived.Count);
    }

    private static void AppendUnasked(StringBuilder text, ResultDocument result, VerdictKind verdict, string title)
    {
        var reasons = result.Requirements
            .Where(requirement => requirement.Verdict == verdict)
            .GroupBy(requirement => requirement.Reason?.Text ?? string.Empty, StringComparer.Ordinal)
            .OrderByDescending(reason => reason.Count())
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .ToList();
        if (reasons.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine($"## {title}");
        Markdown.AppendTable(
            text,
            "| requirements | reason |",
            "|---:|---|",
            reasons.Take(Listed).Select(reason => string.Create(CultureInfo.InvariantCulture, $"| {reason.Count()} | {Markdown.Text(reason.Key)} |")));
        AppendMore(text, reasons.Count);
    }

    private static void AppendCoverage(StringBuilder text, CoverageInfo coverage)
    {
        text.AppendLine().AppendLine("## Coverage");
        Markdown.AppendTable(
            text,
            "| documented | seen | of |",
            "|---|---:|---:|",
            new (string Name, CoverageCount Count)[] { ("requirements", coverage.Requirements), ("members", coverage.Members), ("values", coverage.Values) }
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Count.Seen} | {row.Count.Documented} |")));
        if (coverage.UnexercisedOperations.Count > 0)
        {
            text.AppendLine().AppendLine($"Operations of which no valid request succeeded: {string.Join(", ", coverage.UnexercisedOperations.Take(Listed).Select(Markdown.Text))}");
            AppendMore(text, coverage.UnexercisedOperations.Count);
        }
    }

    private static void AppendMore(StringBuilder text, int count)
    {
        if (count > Listed)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"and {count - Listed} more in {Vocabulary.ResultFile}.");
        }
    }
}
