using OcpConformance.Report.Formats;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class ResultFolderTests
{
    private SampleResults results = null!;
    private string folder = null!;
    private string allure = null!;

    [OneTimeSetUp]
    public async Task Run() => results = await SampleResults.RunAsync();

    [SetUp]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        allure = Path.Combine(folder, "allure-results");
    }

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Folder_holds_every_format()
    {
        ResultFolder.Write(Path.Combine(folder, "deeper"), results.Green)
            .Should().Equal("conformance.json", "junit.xml", "results.sarif", "summary.md", "badge.json", "exchanges.har", "report.html", "allure-results");
        Directory.EnumerateFileSystemEntries(Path.Combine(folder, "deeper")).Should().HaveCount(8);
    }

    [Test]
    public void Files_of_an_earlier_run_do_not_stay()
    {
        ResultFolder.Write(folder, results.Red);
        ResultFolder.Write(folder, SampleResults.Incomplete);
        Directory.EnumerateFiles(allure, "*-result.json").Should().ContainSingle("only the conclusion is left");
    }

    [Test]
    public void Files_of_a_run_that_was_killed_while_it_wrote_do_not_stay()
    {
        ResultFolder.Write(folder, results.Red);
        ResultFolder.Begin(folder, SampleResults.Incomplete, null, [], []);
        Directory.Exists(allure).Should().BeFalse("nobody may take the earlier results for those of this run");
        ResultFolder.Write(folder, SampleResults.Incomplete);
        Directory.EnumerateFiles(allure, "*-result.json").Should().ContainSingle();
        Directory.EnumerateFileSystemEntries(folder, "*.unfinished").Should().BeEmpty();
    }

    [Test]
    public void Formats_that_a_run_does_not_write_do_not_stay_from_an_earlier_one()
    {
        ResultFolder.Write(folder, results.Green);
        ResultFolder.Begin(folder, SampleResults.Incomplete, null, ["junit", "html", "allure"], []);
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Should().Equal("conformance.json");
        Directory.Exists(allure).Should().BeFalse();
    }

    [Test]
    public void What_the_run_reads_and_what_somebody_else_writes_stays()
    {
        ResultFolder.Write(folder, results.Green);
        ResultFolder.Begin(folder, SampleResults.Incomplete, Path.Combine(folder, "exchanges.har"), [], ["allure"]);
        File.ReadAllText(Path.Combine(folder, "exchanges.har")).Should().Contain("backup");
        Directory.EnumerateFiles(allure, "*-result.json").Should().NotBeEmpty();
    }

    [Test]
    public void Files_of_somebody_else_stay()
    {
        Directory.CreateDirectory(allure);
        var foreign = Path.Combine(allure, "0a0b0c0d-result.json");
        File.WriteAllText(foreign, "{}");
        ResultFolder.Write(folder, results.Red);
        ResultFolder.Write(folder, SampleResults.Incomplete);
        File.Exists(foreign).Should().BeTrue();
    }

    [Test]
    public void List_of_own_files_deletes_nothing_outside_of_the_folder()
    {
        var outside = Path.Combine(folder, "outside.txt");
        File.WriteAllText(outside, "precious");
        Directory.CreateDirectory(allure);
        File.WriteAllLines(Path.Combine(allure, ResultFolder.OwnFiles), ["../outside.txt", outside, string.Empty, ".."]);
        ResultFolder.Write(folder, SampleResults.Incomplete);
        File.Exists(outside).Should().BeTrue();
    }

    [Test]
    public void Format_that_somebody_else_writes_is_left_out()
    {
        ResultFolder.Write(folder, results.Green, null, null, "allure").Should().NotContain("allure-results");
        Directory.Exists(allure).Should().BeFalse();
    }

    [Test]
    public void Step_summary_follows_what_the_step_wrote_already()
    {
        var file = Path.Combine(folder, "summary");
        File.WriteAllText(file, "earlier");
        StepSummary.Append(file, results.Red);
        File.ReadAllText(file).Should().StartWith("earlier\n\n# OCP conformance: non-conformant").And.Contain(SampleResults.Violated);
    }

    [TestCase(100, "# OCP conformance: non-conformant\n")]
    [TestCase(10, "")]
    public void Step_summary_never_exceeds_the_limit_of_GitHub(int room, string appended)
    {
        var file = Path.Combine(folder, "summary");
        var earlier = new string('x', (1024 * 1024) - room);
        File.WriteAllText(file, earlier);
        StepSummary.Append(file, results.Red);
        File.ReadAllText(file)[earlier.Length..].TrimStart('\n').Should().Be(appended);
    }
}
