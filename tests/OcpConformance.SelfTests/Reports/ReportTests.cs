using System.Text;
using System.Xml.Linq;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class ReportTests
{
    private ResultDocument green = null!;
    private ResultDocument red = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        green = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        red = (await InProcess.MockAsync("backup/query-backup-ability", FaultLoader.Load(Project.Contract, "foreign-backup-mode"))).Result;
    }

    [Test]
    public void Result_satisfies_its_schema()
    {
        var unstarted = UnstartedRun.Result("no", new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), Accepted.Start);
        foreach (var result in new[] { green, red, unstarted })
        {
            var content = StrictJson.Read(ResultJson.Write(result)).Value!.Value;
            new MetaSchemas(Project.Contract.Schemas).Check("result", Vocabulary.ResultFile, content).Should().BeEmpty();
        }
    }

    [Test]
    public void Result_is_read_as_it_was_written() => ResultJson.Read(ResultJson.Write(red)).Should().BeEquivalentTo(red);

    [Test]
    public void Totals_are_the_counts_of_the_requirements()
    {
        var totals = red.Totals;
        (totals.Conforms + totals.MustViolations + totals.ShouldViolations + totals.NotExercised + totals.Blocked).Should().Be(totals.Requirements).And.Be(red.Requirements.Count);
        totals.MustViolations.Should().Be(1);
    }

    [Test]
    public void JUnit_counts_what_the_result_counts()
    {
        var report = XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(red))).Root!;
        report.Attribute("tests")!.Value.Should().Be((red.Totals.Requirements + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        report.Attribute("failures")!.Value.Should().Be("2", "the requirement and the conclusion fail");
        report.Descendants("testcase").Should().HaveCount(red.Totals.Requirements + 1);
        report.Descendants("failure").Should().HaveCount(2);
        report.Descendants("failure").Last().Value.Should().Contain("backup/query-backup-ability#/data/backupMode:enum").And.Contain("SNAPSHOT").And.Contain("curl ");
        XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(green))).Root!.Attribute("failures")!.Value.Should().Be("0");
    }

    [Test]
    public void Failure_text_names_requirement_place_expected_actual_page_and_command()
    {
        var violated = red.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Violates);
        FailureText.Of(violated, red).Should()
            .Contain("backup/query-backup-ability#/data/backupMode:enum (must)")
            .And.Contain("place     /data/backupMode")
            .And.Contain("expected  is one of LOGICAL_BACKUP, PHYSICAL_BACKUP")
            .And.Contain("actual    the string \"SNAPSHOT\"")
            .And.Contain("page      Query backup capabilities of a cluster")
            .And.Contain("-u \"$OCP_USERNAME:$OCP_PASSWORD\"");
    }

    [Test]
    public void Summary_starts_with_the_conclusion_and_lists_the_violation()
    {
        var text = Encoding.UTF8.GetString(SummaryReport.Write(red));
        text.Should().StartWith("# OCP conformance: non-conformant").And.Contain("`backup/query-backup-ability#/data/backupMode:enum`");
    }

    [Test]
    public void Run_that_could_not_start_has_every_format()
    {
        var unstarted = UnstartedRun.Result("Setting OCP_X: no.", new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), Accepted.Start);
        Encoding.UTF8.GetString(SummaryReport.Write(unstarted)).Should().StartWith("# OCP conformance: incomplete").And.Contain("Setting OCP_X");
        XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(unstarted))).Root!.Attribute("failures")!.Value.Should().Be("1");
    }

    [Test]
    public void Control_characters_of_an_answer_do_not_break_the_XML()
    {
        var odd = red with { Conclusion = red.Conclusion with { Reason = Message.Verbatim("a\u0000b\u001F\uFFFE<&>\ud83d\ude00") } };
        XDocument.Parse(Encoding.UTF8.GetString(JUnitReport.Write(odd))).ToString().Should().Contain("\ud83d\ude00");
    }
}
