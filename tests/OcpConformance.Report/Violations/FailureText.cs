using System.Globalization;
using System.Text;
using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Violations;

/// <summary>A violation as a text that a person can act on.</summary>
public static class FailureText
{
    // What every answer breaks would otherwise be told as often as there are answers.
    private const int ListedExchanges = 10;

    /// <summary>The violation of a requirement, in the exchanges that show it; in the first ones where there are many.</summary>
    public static string Of(RequirementResult requirement, ResultDocument result)
    {
        var violating = requirement.Evidence.Where(IsViolation).ToList();
        var texts = violating
            .Take(ListedExchanges)
            .Select(evidence => Of(requirement, evidence, result.Exchanges.First(exchange => exchange.Id == evidence.Exchange)));
        var unlisted = violating.Count - ListedExchanges;
        return string.Join(Environment.NewLine, unlisted <= 0
            ? texts
            : texts.Append(string.Create(CultureInfo.InvariantCulture, $"and in {unlisted} more exchanges, which {Vocabulary.ResultFile} lists")));
    }

    /// <summary>Whether an exchange violates the requirement, waived or not.</summary>
    public static bool IsViolation(EvidenceResult evidence) => evidence.Verdict is VerdictKind.Violates or VerdictKind.Waived;

    /// <summary>The violation of a requirement in one exchange.</summary>
    public static string Of(RequirementResult requirement, EvidenceResult evidence, ExchangeResult exchange)
    {
        var text = new StringBuilder();
        text.AppendLine($"{requirement.Id} ({requirement.Level.Word()}): {requirement.Sentence}");
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
