using System.Text;
using System.Xml.Linq;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class JUnitReportTests
{
    // What Jenkins' junit-10.xsd knows of the elements that the report uses: required attributes, and all of them.
    private static readonly Dictionary<string, (string[] Required, string[] Known, string[] Children)> Elements = new()
    {
        ["testsuites"] = ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors"], ["name", "tests", "failures", "errors", "skipped", "time"], ["testcase"]),
        ["testcase"] = (["name"], ["name", "classname", "time"], ["skipped", "failure"]),
        ["failure"] = ([], ["type", "message"], []),
        ["skipped"] = ([], ["type", "message"], []),
    };

    private SampleResults results = null!;

    [OneTimeSetUp]
    public async Task Run() => results = await SampleResults.RunAsync();

    [Test]
    public void Report_uses_what_Jenkins_knows()
    {
        foreach (var element in results.All().Values.SelectMany(result => Report(result).DescendantsAndSelf()))
        {
            var (required, known, children) = Elements[element.Name.LocalName];
            var attributes = element.Attributes().Select(attribute => attribute.Name.LocalName).ToList();
            required.Except(attributes).Should().BeEmpty();
            attributes.Except(known).Should().BeEmpty();
            element.Elements().Select(child => child.Name.LocalName).Except(children).Should().BeEmpty();
        }
    }

    [Test]
    public void Suites_add_up_to_the_whole()
    {
        var report = Report(results.Red);
        report.Elements().Sum(suite => (int)suite.Attribute("tests")!).Should().Be((int)report.Attribute("tests")!);
        report.Elements().Sum(suite => (int)suite.Attribute("failures")!).Should().Be((int)report.Attribute("failures")!).And.Be(2);
        report.Elements().Sum(suite => (int)suite.Attribute("skipped")!).Should().Be(report.Descendants("skipped").Count());
    }

    [Test]
    public void Violation_in_very_many_exchanges_is_told_in_the_first_ones()
    {
        var many = results.Red with
        {
            Requirements = [.. results.Red.Requirements.Select(requirement => requirement.Id == SampleResults.Violated
                ? requirement with { Evidence = [.. Enumerable.Repeat(requirement.Evidence[0], 25)] }
                : requirement)],
        };
        Report(many).Descendants("failure").Last().Value.Should().EndWith("and in 15 more exchanges, which conformance.json lists")
            .And.Match(text => text.Split("repeat    curl").Length == 11);
    }

    [Test]
    public void Waiver_stands_with_the_case_that_it_covers() =>
        Report(results.Waived).Descendants("skipped").Select(skipped => skipped.Attribute("message")!.Value)
            .Should().Contain("Waived: fixed in the next release (team-backup, https://tracker.example.com/OCP-17, until 2031-03-31)");

    private static XElement Report(ResultDocument result) => XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(result))).Root!;
}
