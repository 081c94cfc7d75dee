using System.Globalization;
using System.Text;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>The result on one page of Markdown: conclusion, counts, violations.</summary>
public static class SummaryReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "summary.md";

    private const int Listed = 50;

    /// <summary>Writes the report.</summary>
    public static byte[] Write(ResultDocument result)
    {
        var text = new StringBuilder();
        text.AppendLine($"# OCP conformance: {result.Conclusion.Outcome}");
        text.AppendLine().AppendLine(Escape(result.Conclusion.Reason)).AppendLine();
        text.AppendLine($"Target: {result.Target.Kind} {Escape(result.Target.BaseUrl)}  ");
        text.AppendLine(CultureInfo.InvariantCulture, $"Run: {result.StartedAt:yyyy-MM-dd HH:mm:ss zzz}, {result.DurationMs / 1000.0:0.0} s  ");
        text.AppendLine($"Suite: {result.Suite.Version}; contract: {(result.Contract.Digest.Length == 0 ? "unknown" : result.Contract.Digest[..12])}");
        text.AppendLine().AppendLine("| requirements | count |").AppendLine("|---|---:|");
        foreach (var (name, count) in Counts(result.Totals))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {count} |");
        }

        AppendViolations(text, result);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<(string Name, int Count)> Counts(Totals totals) =>
    [
        (Vocabulary.Conforms, totals.Conforms),
        ("violates (must)", totals.MustViolations),
        ("violates (should)", totals.ShouldViolations),
        (Vocabulary.NotExercised, totals.NotExercised),
        (Vocabulary.Blocked, totals.Blocked),
        ("all", totals.Requirements),
    ];

    private static void AppendViolations(StringBuilder text, ResultDocument result)
    {
        var violations = result.Requirements.Where(requirement => requirement.Verdict == Vocabulary.Violates).ToList();
        if (violations.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("## Violations").AppendLine();
        text.AppendLine("| level | requirement | statement | actual | exchange |").AppendLine("|---|---|---|---|---|");
        foreach (var violation in violations.OrderBy(violation => violation.Level, StringComparer.Ordinal).Take(Listed))
        {
            var evidence = violation.Evidence.First(candidate => candidate.Verdict == Vocabulary.Violates);
            var actual = evidence.Findings is { Count: > 0 } findings ? findings[0].Actual : string.Empty;
            text.AppendLine($"| {violation.Level} | `{Escape(violation.Id)}` | {Escape(violation.Sentence)} | {Escape(actual)} | {Escape(evidence.Exchange)} |");
        }

        if (violations.Count > Listed)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"and {violations.Count - Listed} more in {Vocabulary.ResultFile}.");
        }
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace("\r", string.Empty, StringComparison.Ordinal).Replace('\n', ' ');
}
