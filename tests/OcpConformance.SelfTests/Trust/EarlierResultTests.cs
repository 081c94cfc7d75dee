using System.Xml.Linq;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

[Parallelizable(ParallelScope.Children)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EarlierResultTests : IDisposable
{
    private static readonly string[] Earlier = [.. ReportFormats.All.Select(format => format.FileName), .. ComparisonFormats.All.Select(format => format.FileName)];
    private static readonly string SuiteProject = Path.Combine(Project.Root, "tests", "OcpConformance.Tests", "OcpConformance.Tests.csproj");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Filter_that_matches_nothing_leaves_no_older_result()
    {
        WriteEarlier();
        var (exitCode, output) = await TestAsync([("OCP_RESULTS", folder.File("results")), ("OCP_BUNDLE", folder.File("acceptance.zip"))], "--filter", "TestCategory=area:no-such-area");

        exitCode.Should().Be(1, output);
        output.Should().Contain("No test matches the given testcase filter `TestCategory=area:no-such-area`");
        Left.Should().Equal("ledger.jsonl");
        File.Exists(folder.File("acceptance.zip")).Should().BeFalse();
    }

    [Test]
    public async Task What_the_run_reads_stays()
    {
        WriteEarlier();
        var (exitCode, output) = await TestAsync(
            [("OCP_RESULTS", folder.File("results")), ("OCP_BASELINE", folder.File("results/conformance.json")), ("OCP_REPLAY", folder.File("results/exchanges.har"))],
            "--filter",
            "TestCategory=area:no-such-area");

        exitCode.Should().Be(1, output);
        Left.Should().Equal("conformance.json", "exchanges.har", "ledger.jsonl");
    }

    [Test]
    public async Task Folder_that_a_profile_names_is_found()
    {
        WriteEarlier();
        var profile = folder.Write("own.runsettings", $"""
            <RunSettings>
              <RunConfiguration><TreatNoTestsAsError>true</TreatNoTestsAsError></RunConfiguration>
              <TestRunParameters><Parameter name="OCP_RESULTS" value="{folder.File("results")}" /></TestRunParameters>
            </RunSettings>
            """);
        var (exitCode, output) = await TestAsync([], "--settings", profile, "--filter", "TestCategory=area:no-such-area");

        exitCode.Should().Be(1, output);
        Left.Should().Equal("ledger.jsonl");
    }

    [Test]
    public async Task Profile_that_does_not_exist_is_one_message()
    {
        var (exitCode, output) = await TestAsync([("OCP_RESULTS", folder.File("results"))], "--settings", folder.File("none.runsettings"));

        exitCode.Should().Be(1, output);
        output.Split('\n').Where(line => line.Trim().Length > 0).Should().ContainSingle()
            .Which.Should().Contain($"There is no runsettings file {folder.File("none.runsettings")}. Name one of the folder runsettings/, or one of your own.");
    }

    [Test]
    public async Task Files_of_a_run_that_goes_on_are_left_to_it()
    {
        WriteEarlier();
        folder.Write("results/.ocp-conformance-run", "process 4711, which started yesterday,");
        var (exitCode, output) = await TestAsync([("OCP_RESULTS", folder.File("results"))], "--filter", "TestCategory=area:no-such-area");

        exitCode.Should().Be(1, output);
        Left.Should().BeEquivalentTo([.. Earlier, "ledger.jsonl", ".ocp-conformance-run"]);
    }

    [Test]
    public async Task List_of_tests_leaves_the_result_alone()
    {
        WriteEarlier();
        var (exitCode, output) = await TestAsync([("OCP_RESULTS", folder.File("results"))], "--list-tests");

        exitCode.Should().Be(0, output);
        Left.Should().BeEquivalentTo([.. Earlier, "ledger.jsonl"]);
    }

    [Test]
    public void Every_single_file_of_a_result_is_taken_back() =>
        XDocument.Load(Path.Combine(Path.GetDirectoryName(SuiteProject)!, "EarlierResult.targets")).Descendants("_Name").Single().Attribute("Include")!.Value.Split(';')
            .Should().BeEquivalentTo(Earlier);

    private IEnumerable<string?> Left => Directory.EnumerateFiles(folder.File("results")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void WriteEarlier()
    {
        folder.Write("acceptance.zip", "earlier");
        foreach (var file in Earlier.Append("ledger.jsonl"))
        {
            folder.Write($"results/{file}", "earlier");
        }
    }

    private static Task<(int ExitCode, string Output)> TestAsync((string Name, string Value)[] settings, params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return SuiteProcess.OfProjectAsync(
            settings.ToDictionary(setting => setting.Name, setting => setting.Value), [SuiteProject, "--no-build", "--configuration", configuration, .. arguments]);
    }
}
