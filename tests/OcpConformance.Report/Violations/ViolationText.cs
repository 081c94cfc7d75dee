using System.Globalization;
using System.Text;
using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;
using OcpConformance.Report.Text;

namespace OcpConformance.Report.Violations;

/// <summary>The violations of a run for a console: one entry for each cause, what must be fixed before what should.</summary>
public static class ViolationText
{
    // With that many a screen or two are filled, and the report shows them better.
    private const int Listed = 15;
    private const int LongestValue = 200;

    /// <summary>Writes the first causes, each with one place that shows it, and how many more there are.</summary>
    /// <returns>Lines; empty where nothing is violated.</returns>
    public static string Of(ResultDocument result)
    {
        var causes = Causes.Of(result, VerdictKind.Violates);
        var exchanges = result.Exchanges.DistinctBy(exchange => exchange.Id).ToDictionary(exchange => exchange.Id, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var cause in causes.Take(Listed))
        {
            Append(text, cause, exchanges);
        }

        if (causes.Count > Listed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"and {causes.Count - Listed} more in {Vocabulary.HtmlFile}").AppendLine();
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Cause cause, Dictionary<string, ExchangeResult> exchanges)
    {
        var first = cause.Members[0];
        text.AppendLine(CultureInfo.InvariantCulture, $"{first.Requirement.Id} ({cause.Level.Word()}): {first.Requirement.Sentence}");
        if (first.Evidence.Findings is [var finding, ..])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  place     {(finding.Place.Length == 0 ? "the whole answer" : Value(finding.Place))}");
            AppendExpected(text, first.Requirement, finding);
            text.AppendLine(CultureInfo.InvariantCulture, $"  actual    {Value(finding.Actual.Text)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  page      {first.Requirement.Page}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  exchange  {first.Evidence.Exchange}{More(cause)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  repeat    {exchanges[first.Evidence.Exchange].Curl}").AppendLine();
    }

    // Where the headline says it already, it is not repeated.
    private static void AppendExpected(StringBuilder text, RequirementResult requirement, FindingResult finding)
    {
        if (!requirement.Sentence.Tells(finding.Expected))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  expected  {Value(finding.Expected.Text)}");
        }
    }

    private static string More(Cause cause)
    {
        var others = cause.Exchanges.Count - 1;
        return others == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" and {others} more");
    }

    private static string Value(string text)
    {
        var line = VisibleText.Of(text);
        return line.Length <= LongestValue ? line : string.Concat(line.AsSpan(0, LongestValue), " ...");
    }
}
