using System.Globalization;
using System.Text;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>A violation as a text that a person can act on.</summary>
public static class FailureText
{
    /// <summary>The violation of a requirement, in every exchange that shows it.</summary>
    public static string Of(RequirementResult requirement, ResultDocument result) => string.Join(
        Environment.NewLine,
        requirement.Evidence
            .Where(evidence => evidence.Verdict == Vocabulary.Violates)
            .Select(evidence => Of(requirement, evidence, result.Exchanges.First(exchange => exchange.Id == evidence.Exchange))));

    /// <summary>The violation of a requirement in one exchange.</summary>
    public static string Of(RequirementResult requirement, EvidenceResult evidence, ExchangeResult exchange)
    {
        var text = new StringBuilder();
        text.AppendLine($"{requirement.Id} ({requirement.Level}): {requirement.Sentence}");
        foreach (var finding in evidence.Findings ?? [])
        {
            text.AppendLine($"  place     {(finding.Place.Length == 0 ? "the whole answer" : finding.Place)}");
            text.AppendLine($"  expected  {finding.Expected}");
            text.AppendLine($"  actual    {finding.Actual}");
        }

        var unlisted = (evidence.FindingCount ?? 0) - (evidence.Findings?.Count ?? 0);
        if (unlisted > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  and at {unlisted} more places");
        }

        if (requirement.Waiver is { } waiver)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  waived    until {waiver.Expires:yyyy-MM-dd} by {waiver.Owner}, {waiver.Ticket}: {waiver.Reason}");
        }

        text.AppendLine($"  page      {requirement.Page}");
        text.AppendLine($"  exchange  {exchange.Id}");
        text.Append($"  repeat    {exchange.Curl}");
        return text.ToString();
    }
}
