using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

[Parallelizable(ParallelScope.Children)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CrippledRunTests : IDisposable
{
    private static readonly string[] Shapes = [.. CrippledRun.All.Select(run => run.Name)];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestCaseSource(nameof(Shapes))]
    public async Task Crippled_run_is_red_with_one_sentence_and_all_reports_agree(string shape)
    {
        var run = CrippledRun.All.Single(run => run.Name == shape);
        CrippledRun.Prepare(folder);
        await using var server = run.Answer is { } answer ? UniformServer.Start(answer.Status, answer.Type, answer.Body, run.Lists) : null;
        await EarlierGreenAsync();
        var (exitCode, output, _) = await SuiteProcess.RunAsync(run.Environment(folder, server?.Url), ["--logger", $"trx;LogFileName={Trx}", .. run.Arguments]);

        exitCode.Should().Be(1, output);
        output.Should().Contain($"OCP conformance: {Written.Conclusion.Outcome}. {Written.Conclusion.Reason}");
        Written.Conclusion.Reason.Should().Contain(run.Sentence);
        FalseGreen.Agree(Written, await File.ReadAllBytesAsync(Path.Combine(Results, JUnitReport.FileName)));
        FalseGreen.AgreesWithTrx(Written, Trx);
    }

    [Test]
    public Task Run_that_is_killed_leaves_no_older_green_result() => LeavesNoOlderGreenResultAsync(SuiteProcess.KillAsync);

    [TestCase("TERM")]
    [TestCase("INT")]
    [Platform("Linux")]
    public Task Run_that_is_broken_off_leaves_no_older_green_result(string signal) =>
        LeavesNoOlderGreenResultAsync((settings, happened) => SuiteProcess.InterruptAsync(settings, signal, happened));

    [TestCase(64, true, TestName = "Disk_that_is_full_is_red_and_leaves_no_older_green_result(room for the reason)")]
    [TestCase(0, false, TestName = "Disk_that_is_full_is_red_and_leaves_no_older_green_result(no room)")]
    [Platform("Linux")]
    public async Task Disk_that_is_full_is_red_and_leaves_no_older_green_result(int blocks, bool room)
    {
        await EarlierGreenAsync();

        // The runtime itself writes files of its own where it protects its code.
        var settings = new CrippledRun("has no room", string.Empty, ("DOTNET_EnableWriteXorExecute", "0")).Environment(folder, null);
        var (exitCode, output) = await SuiteProcess.WithLargestFileAsync(settings, blocks);

        exitCode.Should().Be(1, output);
        output.Should().Contain("Setting OCP_RESULTS: the result cannot be written");
        Directory.EnumerateFiles(Results, "*.unfinished").Should().BeEmpty();
        if (room)
        {
            FalseGreen.Agree(Written, await File.ReadAllBytesAsync(Path.Combine(Results, JUnitReport.FileName)));
        }
        else
        {
            Directory.EnumerateFiles(Results).Where(file => new FileInfo(file).Length > 0).Should().BeEmpty();
        }
    }

    // The most that is kept of answers, of the sort that takes most memory: 128 MiB of numbers of one digit.
    [TestCase("20000000", Vocabulary.Incomplete, "There is not enough memory for the answers and what is made of them.", TestName = "Memory_is_bounded_and_too_little_of_it_is_red(512 MiB)")]
    [TestCase("C0000000", Vocabulary.NonConformant, "violated", TestName = "Memory_is_bounded_and_too_little_of_it_is_red(3 GiB)")]
    public async Task Memory_is_bounded_and_too_little_of_it_is_red(string limit, string outcome, string sentence)
    {
        var body = $"{{\"data\":[0{string.Concat(Enumerable.Repeat(",0", 7_500_000))}]}}";
        var (probe, large) = (RawServer.Http(200, "{}"), RawServer.Http(200, body));
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(head.Contains(Project.Contract.ProbePath, StringComparison.Ordinal) ? probe : large, token).AsTask());
        await EarlierGreenAsync();
        var settings = new CrippledRun("has too little memory", string.Empty, ("OCP_BASE_URL", "{target}"), ("OCP_SELECT", "*"), ("OCP_PARALLEL", "64"), ("DOTNET_GCHeapHardLimit", limit)).Environment(folder, server.Url);
        var (exitCode, output, _) = await SuiteProcess.RunAsync(settings, "--logger", $"trx;LogFileName={Trx}");

        exitCode.Should().Be(1);
        output.Should().NotContain("OutOfMemoryException");
        Written.Conclusion.Outcome.Should().Be(outcome, Written.Conclusion.Reason);
        Written.Conclusion.Reason.Should().Contain(sentence);
        FalseGreen.Agree(Written, await File.ReadAllBytesAsync(Path.Combine(Results, JUnitReport.FileName)));
        FalseGreen.AgreesWithTrx(Written, Trx);
    }

    [Test]
    public async Task Folder_that_cannot_be_written_is_red()
    {
        var (exitCode, output, _) = await SuiteProcess.RunAsync(new() { ["OCP_RESULTS"] = Path.Combine(folder.Write("file", "no folder"), "results") }, "--logger", $"trx;LogFileName={Trx}");

        exitCode.Should().Be(1);
        output.Should().Contain("OCP conformance: incomplete. Setting OCP_RESULTS: the result cannot be written");
        File.ReadAllText(Trx).Should().Contain("Setting OCP_RESULTS: the result cannot be written");
    }

    [Test]
    public async Task Installation_that_lacks_a_part_is_red()
    {
        var built = SuiteProcess.Assembly;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(built)!).Where(file => Path.GetFileName(file) != "OcpConformance.MockOcp.dll"))
        {
            File.Copy(file, folder.File(Path.GetFileName(file)));
        }

        var (exitCode, output, _) = await SuiteProcess.RunAsync(new() { ["OCP_CONTRACT"] = Project.Root, ["OCP_RESULTS"] = Results }, folder.File(Path.GetFileName(built)));
        exitCode.Should().Be(1, output);
        output.Should().Contain("OCP conformance: incomplete. Could not load file or assembly 'OcpConformance.MockOcp,");
    }

    private async Task LeavesNoOlderGreenResultAsync(Func<Dictionary<string, string>, Func<bool>, Task<int>> breakOffAsync)
    {
        await using var silent = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        var settings = new CrippledRun("is broken off", string.Empty, ("OCP_BASE_URL", "{target}"), ("OCP_TIMEOUT_SECONDS", "60"), ("OCP_BUNDLE", "{folder}/acceptance.zip")).Environment(folder, silent.Url);
        await EarlierGreenAsync();
        folder.Write("acceptance.zip", "an older one");
        var exitCode = await breakOffAsync(settings, () => silent.Heads.Count > 0);

        exitCode.Should().NotBe(0);
        Written.Conclusion.Outcome.Should().Be(Vocabulary.Incomplete);
        FalseGreen.Agree(Written, await File.ReadAllBytesAsync(Path.Combine(Results, JUnitReport.FileName)));
        Directory.EnumerateFiles(Results).Select(Path.GetFileName).Should().BeEquivalentTo(Vocabulary.ResultFile, JUnitReport.FileName, ".ocp-conformance-lock", ".ocp-conformance-run");
        Directory.Exists(Path.Combine(Results, "allure-results")).Should().BeFalse();
        File.Exists(folder.File("acceptance.zip")).Should().BeFalse();
    }

    private string Results => folder.File("results");

    private string Trx => folder.File("run.trx");

    private ResultDocument Written => ResultJson.Read(File.ReadAllBytes(Path.Combine(Results, Vocabulary.ResultFile)));

    private async Task EarlierGreenAsync()
    {
        var green = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        green.Conclusion.Outcome.Should().Be(Vocabulary.Conformant);
        ResultFolder.Write(Results, green);
    }
}
