using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

public sealed class CrippledRunTests
{
    private const string Operation = "backup/query-backup-ability";
    private static readonly Dictionary<string, string> Small = new() { ["OCP_SELECT"] = Operation };

    private string folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase("OCP_SELECT", "nothing/*", "No exchange belongs to the run")]
    [TestCase("OCP_LEVEL", "all", "Setting OCP_LEVEL: 'all' is not allowed")]
    [TestCase("OCP_VERSION", "1.0.0", "Setting OCP_VERSION: '1.0.0' is no release that is documented")]
    [TestCase("OCP_CONTRACT", "#empty-schemas", "schemas")]
    [TestCase("OCP_CONTRACT", "#broken-fixture", "broken.json")]
    [TestCase("OCP_REPLAY", "#foreign", "No exchange belongs to the run")]
    [TestCase("OCP_REPLAY", "#empty-shard", "No exchange belongs to the run")]
    public async Task Empty_run_is_red_with_one_sentence_and_all_reports_agree(string setting, string value, string sentence)
    {
        Prepare();
        var settings = new Dictionary<string, string> { [setting] = value.Replace("#", $"{folder}/", StringComparison.Ordinal), ["OCP_RESULTS"] = Results };
        var trx = Path.Combine(folder, "run.trx");
        var (exitCode, output, _) = await SuiteProcess.RunAsync(settings, "--logger", $"trx;LogFileName={trx}");

        exitCode.Should().Be(1, output);
        output.Should().Contain("OCP conformance: incomplete. ").And.Contain(sentence);
        Written.Conclusion.Reason.Should().Contain(sentence);
        FalseGreen.Agree(Written, await File.ReadAllBytesAsync(Path.Combine(Results, JUnitReport.FileName)));
        FalseGreen.AgreesWithTrx(Written, trx);
    }

    [Test]
    public async Task Filter_that_leaves_the_gate_out_does_not_make_a_run_green_that_could_not_ask()
    {
        var trx = Path.Combine(folder, "run.trx");
        var settings = new Dictionary<string, string>(Small) { ["OCP_BASE_URL"] = "http://127.0.0.1:1", ["OCP_USERNAME"] = "ann", ["OCP_PASSWORD"] = "secret", ["OCP_RESULTS"] = Results };
        var (exitCode, output, _) = await SuiteProcess.RunAsync(settings, "--filter", "TestCategory=kind:enumeration", "--logger", $"trx;LogFileName={trx}");

        exitCode.Should().Be(1, output);
        output.Should().Contain("OCP conformance: incomplete. The target cannot be reached").And.Contain("Failed:     1");
        FalseGreen.AgreesWithTrx(Written, trx);
    }

    [Test]
    public async Task Installation_that_lacks_a_part_is_red()
    {
        var built = SuiteProcess.Assembly;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(built)!).Where(file => Path.GetFileName(file) != "OcpConformance.MockOcp.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var settings = new Dictionary<string, string>(Small) { ["OCP_RESULTS"] = Results, ["OCP_CONTRACT"] = Project.Root };
        var (exitCode, output, _) = await SuiteProcess.RunAsync(settings, Path.Combine(folder, Path.GetFileName(built)));
        exitCode.Should().Be(1, output);
        output.Should().Contain("No test is available");
    }

    [TestCase("KILL")]
    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task Run_that_is_broken_off_leaves_no_older_green_result(string signal)
    {
        await using var silent = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        var settings = new Dictionary<string, string>(Small) { ["OCP_BASE_URL"] = silent.Url.AbsoluteUri, ["OCP_USERNAME"] = "ann", ["OCP_PASSWORD"] = "secret", ["OCP_RESULTS"] = Results, ["OCP_TIMEOUT_SECONDS"] = "60" };
        await EarlierGreenAsync();
        var exitCode = await SuiteProcess.BreakOffAsync(settings, signal, () => silent.Heads.Count > 0);

        exitCode.Should().NotBe(0);
        Written.Conclusion.Outcome.Should().Be(Vocabulary.Incomplete);
        FalseGreen.Agree(Written, await File.ReadAllBytesAsync(Path.Combine(Results, JUnitReport.FileName)));
    }

    [Test]
    public async Task Disk_that_is_full_is_red_and_leaves_no_older_green_result()
    {
        await EarlierGreenAsync();
        var settings = new Dictionary<string, string>(Small) { ["OCP_RESULTS"] = Results, ["DOTNET_EnableWriteXorExecute"] = "0" };
        var (exitCode, output) = await SuiteProcess.WithLargestFileAsync(settings, 64);

        exitCode.Should().Be(1, output);
        output.Should().Contain("Setting OCP_RESULTS: the result cannot be written");
        Written.Conclusion.Outcome.Should().Be(Vocabulary.Incomplete);
        Directory.EnumerateFiles(Results, "*.unfinished").Should().BeEmpty();
    }

    private string Results => Path.Combine(folder, "results");

    private ResultDocument Written => ResultJson.Read(File.ReadAllBytes(Path.Combine(Results, Vocabulary.ResultFile)));

    private async Task EarlierGreenAsync()
    {
        var green = (await InProcess.MockAsync(Operation)).Result;
        green.Conclusion.Outcome.Should().Be(Vocabulary.Conformant);
        Report.ResultFolder.Write(Results, green);
    }

    private void Prepare()
    {
        Directory.CreateDirectory(Path.Combine(folder, "empty-schemas", "schemas"));
        var broken = Directory.CreateDirectory(Path.Combine(folder, "broken-fixture"));
        Directory.CreateSymbolicLink(Path.Combine(broken.FullName, "schemas"), Path.Combine(Project.Root, "schemas"));
        var fixture = Directory.CreateDirectory(Path.Combine(broken.FullName, "fixtures", "backup", "query-backup-ability"));
        File.WriteAllText(Path.Combine(fixture.FullName, "broken.json"), "{");
        File.WriteAllText(Path.Combine(folder, "empty-shard"), Recording(string.Empty));
        File.WriteAllText(Path.Combine(folder, "foreign"), Recording("""{"startedDateTime":"2026-01-15T12:00:00Z","time":1,"request":{"method":"GET","url":"http://a/b","headers":[]},"response":{"status":200,"headers":[],"content":{"text":"{}"}}}"""));
    }

    private static string Recording(string entries) => $$$"""{"log":{"version":"1.2","creator":{"name":"a","version":"1"},"entries":[{{{entries}}}]}}""";
}
