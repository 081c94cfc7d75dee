using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Formats.Allure;
using OcpConformance.Report.Model;

namespace OcpConformance.SelfTests.Support;

/// <summary>Counts what a format says of requirements, as a reader of that format would.</summary>
internal sealed record FormatCounts(int Fails, int Warns, int Waived, int Blocked, int NotExercised, int Holds)
{
    /// <summary>What the totals say, given the level that counts.</summary>
    public static FormatCounts OfTotals(ResultDocument result)
    {
        var (totals, strict) = (result.Totals, result.Conclusion.Level == Level.Should);
        return new FormatCounts(
            totals.MustViolations + (strict ? totals.ShouldViolations : 0), strict ? 0 : totals.ShouldViolations, totals.Waived, totals.Blocked, totals.NotExercised, totals.Conforms);
    }

    public static FormatCounts OfJUnit(ResultDocument result)
    {
        var cases = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(result))).Descendants("testcase").Where(one => one.Attribute("classname")!.Value != "run").ToList();
        var skipped = cases.Select(one => one.Element("skipped")?.Attribute("message")?.Value).OfType<string>().ToList();
        return Of(cases.Count(one => one.Element("failure") is not null), skipped, cases.Count(one => !one.HasElements));
    }

    public static FormatCounts OfSarif(ResultDocument result)
    {
        var run = JsonDocument.Parse(SarifReport.Write(result)).RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToLookup(one => one.TryGetProperty("suppressions", out _) ? "waived" : one.GetProperty("level").GetString());
        var properties = run.GetProperty("properties");
        return new FormatCounts(
            results["error"].Count(), results["warning"].Count(), results["waived"].Count(),
            properties.GetProperty("blocked").GetInt32(), properties.GetProperty("notExercised").GetInt32(), properties.GetProperty("conforms").GetInt32());
    }

    public static FormatCounts OfSummary(ResultDocument result)
    {
        var text = Encoding.UTF8.GetString(SummaryReport.Write(result));
        var (must, should) = (Row("violates (must)"), Row("violates (should)"));
        return result.Conclusion.Level == Level.Should
            ? new FormatCounts(must + should, 0, Row("waived"), Row("blocked"), Row("not-exercised"), Row("conforms"))
            : new FormatCounts(must, should, Row("waived"), Row("blocked"), Row("not-exercised"), Row("conforms"));

        int Row(string name) => Number(Regex.Match(text, $@"^\| {Regex.Escape(name)} \| (\d+) \|\r?$", RegexOptions.Multiline).Groups[1].Value);
    }

    public static FormatCounts OfBadge(ResultDocument result)
    {
        var message = JsonDocument.Parse(BadgeReport.Write(result)).RootElement.GetProperty("message").GetString()!;
        return new FormatCounts(Part("violated"), Part("warn"), Part("waived"), Part("blocked"), Part("not exercised"), Part("hold"));

        int Part(string word) => Regex.Match(message, $@"(\d+) {word}\b") is { Success: true } match ? Number(match.Groups[1].Value) : 0;
    }

    public static FormatCounts OfAllure(ResultDocument result)
    {
        var requirements = AllureReport.Write(result, null)
            .Where(file => file.Name.EndsWith("-result.json", StringComparison.Ordinal))
            .SelectMany(file => JsonDocument.Parse(file.Content).RootElement.GetProperty("steps").EnumerateArray())
            .SelectMany(kind => kind.GetProperty("steps").EnumerateArray())
            .DistinctBy(step => step.GetProperty("name").GetString())
            .ToLookup(step => step.GetProperty("status").GetString());
        return Of(requirements["failed"].Count(), requirements["skipped"].Select(step => step.GetProperty("statusDetails").GetProperty("message").GetString()!), requirements["passed"].Count());
    }

    private static FormatCounts Of(int fails, IEnumerable<string> skipped, int holds)
    {
        var words = skipped.ToLookup(message => message.Split(':')[0]);
        return new FormatCounts(fails, words["Warning"].Count(), words["Waived"].Count(), words["Blocked"].Count(), words["Not exercised"].Count(), holds);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
