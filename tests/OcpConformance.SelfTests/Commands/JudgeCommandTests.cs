using OcpConformance.Cli.Invocation;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Commands;

public sealed class JudgeCommandTests
{
    private readonly TemporaryFolder folder = new();
    private string good = null!;
    private string bad = null!;

    [OneTimeSetUp]
    public async Task Record()
    {
        good = folder.Write("good.har", HarReport.Write((await InProcess.MockAsync("backup/query-backup-ability")).Result));
        bad = folder.Write("bad.har", HarReport.Write((await InProcess.MockAsync("backup/query-backup-ability", FaultLoader.Load(Project.Contract, "foreign-backup-mode"))).Result));
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Conformant_recording_ends_with_the_conclusion()
    {
        var (code, output, error) = await CommandLine.RunAsync("judge", good);
        code.Should().Be(ExitCode.Done, error);
        output.Should().StartWith("OCP conformance: conformant. ");
    }

    [Test]
    public async Task Violation_is_printed_in_full()
    {
        var (code, output, _) = await CommandLine.RunAsync("judge", bad);
        code.Should().Be(ExitCode.Refused);
        output.Should().StartWith("Violated: backup/query-backup-ability#/data/backupMode:enum (must)").And.Contain("  actual    the string \"SNAPSHOT\"").And.Contain("OCP conformance: non-conformant. 1 requirement is violated.");
    }

    [Test]
    public async Task Result_is_written_where_a_folder_is_named()
    {
        var results = folder.File("results");
        (await CommandLine.RunAsync("judge", good, "--output", results)).Output.Should().Contain($"Results: {results}");
        ResultFile.Read(Path.Combine(results, Vocabulary.ResultFile)).Target.Kind.Should().Be("recorded");
        Directory.EnumerateFiles(results).Should().HaveCountGreaterThanOrEqualTo(ReportFormats.All.Count);
    }

    [Test]
    public async Task Recording_that_shows_nothing_is_incomplete()
    {
        var (code, output, _) = await CommandLine.RunAsync("judge", good, "--select", "cluster/*");
        code.Should().Be(ExitCode.Incomplete);
        output.Should().StartWith("OCP conformance: incomplete. No exchange belongs to the run");
    }

    [Test]
    public async Task Option_comes_before_the_environment()
    {
        var environment = new Dictionary<string, string> { ["OCP_SELECT"] = "cluster/*" };
        (await CommandLine.RunAsync(environment, "judge", good)).Code.Should().Be(ExitCode.Incomplete);
        (await CommandLine.RunAsync(environment, "judge", good, "--select", "backup/*")).Code.Should().Be(ExitCode.Done);
    }

    [Test]
    public async Task Server_of_the_environment_does_not_matter()
    {
        var environment = new Dictionary<string, string> { ["OCP_BASE_URL"] = "https://ocp.example.com", ["OCP_PASSWORD"] = "x", ["OCP_REPLAY"] = "/no/such.har" };
        (await CommandLine.RunAsync(environment, "judge", good)).Code.Should().Be(ExitCode.Done);
    }

    [TestCase("HAR: there is no file /no/such.har. Write the path of a HAR file.", "/no/such.har")]
    [TestCase("--level: 'may' is not allowed. Write must or should.", "README.md", "--level", "may")]
    [TestCase("--version: '2' is not a release", "README.md", "--version", "2")]
    [TestCase("README.md: it is no JSON", "README.md")]
    [TestCase("'--bogus' is unknown", "README.md", "--bogus")]
    public async Task Wrong_input_is_named_in_one_line(string problem, string har, params string[] options)
    {
        var (code, output, error) = await CommandLine.RunAsync(["judge", Path.Combine(Project.Root, har), .. options]);
        code.Should().Be(ExitCode.WrongInput);
        output.Should().BeEmpty();
        error.TrimEnd().Should().Contain(problem).And.EndWith(".").And.NotContain("\n");
    }

    [Test]
    public async Task Wrong_setting_of_the_environment_is_named_as_setting()
    {
        var (code, _, error) = await CommandLine.RunAsync(new Dictionary<string, string> { ["OCP_LEVLE"] = "must" }, "judge", good);
        code.Should().Be(ExitCode.WrongInput);
        error.Should().StartWith("Setting OCP_LEVLE: there is no such setting. Write OCP_LEVEL");
    }
}
