using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Comparison;

public sealed class BaselineTests
{
    private const string Operation = "backup/query-backup-ability";

    private ResultDocument green = null!;
    private ResultDocument red = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        green = (await InProcess.MockAsync(Operation)).Result;
        red = (await InProcess.MockAsync(Operation, Fault)).Result;
    }

    [Test]
    public async Task Conclusion_names_what_is_new()
    {
        var outcome = await InProcess.MockAsync(Operation, Fault, baseline: green);
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.NonConformant);
        outcome.Conclusion.Reason.Should().StartWith("1 requirement is violated. Against the run of ").And.Contain(": 1 new violation, 2 lost coverage, ").And.EndWith($"; newly violated: {WaiverText.Mode}; exercised no more: {Operation}#/data/backupMode:enum-known, {Operation}!mode-within-ability.");
        outcome.Result.Conclusion.Reason.Should().Be(outcome.Conclusion.Reason);
        outcome.Comparison!.HasNewFailures.Should().BeTrue();
    }

    [Test]
    public async Task Violation_that_the_baseline_has_too_fails_all_the_same()
    {
        var outcome = await InProcess.MockAsync(Operation, Fault, baseline: red);
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.NonConformant);
        outcome.Conclusion.Reason.Should().Contain("0 new violations, 1 still violating");
    }

    [Test]
    public async Task Fixed_violation_is_called_fixed()
    {
        var outcome = await InProcess.MockAsync(Operation, baseline: red);
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.Conformant);
        outcome.Comparison!.Of(ChangeKind.Fixed).Should().ContainSingle(change => change.Id == WaiverText.Mode);
    }

    [Test]
    public async Task Folder_holds_the_comparison_and_none_of_an_earlier_run()
    {
        var folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        var outcome = await InProcess.MockAsync(Operation, baseline: red);
        ResultFolder.Write(folder, outcome.Result, outcome.Comparison).Should().EndWith("comparison.html");
        Directory.EnumerateFiles(folder, "comparison.*").Select(Path.GetFileName).Should().BeEquivalentTo("comparison.txt", "comparison.md", "comparison.html");
        ResultFolder.Write(folder, outcome.Result);
        Directory.EnumerateFiles(folder, "comparison.*").Should().BeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Setting_brings_the_result_of_the_earlier_run() =>
        Read(ResultJson.Write(red)).Baseline!.Requirements.Should().BeEquivalentTo(red.Requirements);

    [TestCase("no JSON")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    public void File_that_is_no_result_is_named(string text)
    {
        var read = () => Read(System.Text.Encoding.UTF8.GetBytes(text));
        read.Should().Throw<SettingsException>().WithMessage("Setting OCP_BASELINE: *.json*: *. *.");
    }

    [TestCase("\"edition\"", "\"edition_\"")]
    [TestCase("\"baseUrl\"", "\"baseurl_\"")]
    [TestCase("\"missingValues\"", "\"missing\"")]
    [TestCase("\"verdict\": \"violates\"", "\"verdict\": null")]
    public void Result_that_lacks_something_is_named(string written, string instead)
    {
        var read = () => Read(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(ResultJson.Write(red)).Replace(written, instead)));
        read.Should().Throw<SettingsException>().WithMessage("Setting OCP_BASELINE: *.json at *: *. *.");
    }

    [Test]
    public void Result_of_another_format_is_named()
    {
        var read = () => Read(ResultJson.Write(red with { FormatVersion = 2 }));
        read.Should().Throw<SettingsException>().WithMessage("Setting OCP_BASELINE: *.json at /formatVersion: *format 2*format 1. *.");
    }

    [Test]
    public void Result_of_a_run_that_judged_nothing_is_refused()
    {
        var read = () => Read(ResultJson.Write(Results.Of() with { Conclusion = new ConclusionInfo(Vocabulary.Incomplete, "Setting OCP_X: no.", Vocabulary.Must) }));
        read.Should().Throw<SettingsException>().WithMessage("*the run judged nothing: Setting OCP_X: no. Name the result of a run that did.");
    }

    private static Fault Fault => FaultLoader.Load(Project.Contract, "foreign-backup-mode");

    private static RunSettings Read(byte[] baseline)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllBytes(file, baseline);
        try
        {
            return SettingsReader.Read(new SettingSource(new Dictionary<string, string> { ["OCP_BASELINE"] = file }, new Dictionary<string, string>()), Project.Contract);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
