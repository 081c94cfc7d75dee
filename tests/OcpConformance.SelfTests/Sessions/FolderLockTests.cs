using System.Globalization;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Sessions;

public sealed class FolderLockTests
{
    private const string Operation = "backup/query-backup-ability";

    [Test]
    public async Task Second_run_into_a_folder_is_refused_and_names_the_first()
    {
        using var folder = new TemporaryFolder();
        var results = folder.File("results");
        (await SessionRuns.RunAsync(results, ("OCP_SELECT", Operation))).Conclusion.Outcome.Should().Be(ConclusionKind.Conformant);
        var before = await File.ReadAllBytesAsync(Path.Combine(results, Vocabulary.ResultFile));

        using var first = Hold(results);
        var second = await SessionRuns.RunAsync(results, ("OCP_SELECT", Operation));

        second.Conclusion.Should().Be((ConclusionKind.Incomplete,
            $"Setting OCP_RESULTS: process 4711, which started yesterday, writes its results into {results}. Wait until it has ended, or name another folder."));
        second.Problem!.IsInput.Should().BeTrue();
        (await File.ReadAllBytesAsync(Path.Combine(results, Vocabulary.ResultFile))).Should().Equal(before);
    }

    [Test]
    public async Task Folder_of_a_run_that_was_killed_is_taken_over()
    {
        using var folder = new TemporaryFolder();
        var results = folder.File("results");
        Hold(results).Dispose();

        (await SessionRuns.RunAsync(results, ("OCP_SELECT", Operation))).Conclusion.Outcome.Should().Be(ConclusionKind.Conformant);
        File.Exists(Path.Combine(results, ".ocp-conformance-run")).Should().BeFalse();
    }

    [Test]
    public async Task Run_says_in_its_folder_who_it_is_while_it_goes_on()
    {
        using var folder = new TemporaryFolder();
        var note = folder.File("results/.ocp-conformance-run");
        var mock = new Eavesdropper(() => File.ReadAllText(note));

        await SessionRuns.RunAsync(folder.File("results"), mock, ("OCP_SELECT", Operation));

        mock.Heard.Should().StartWith(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, which started at "));
        File.Exists(note).Should().BeFalse();
    }

    // As another process holds it: the lock is one of the system, on a file that nothing else opens.
    private static FileStream Hold(string results)
    {
        Directory.CreateDirectory(results);
        File.WriteAllText(Path.Combine(results, ".ocp-conformance-run"), "process 4711, which started yesterday,");
        return new FileStream(Path.Combine(results, ".ocp-conformance-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    // The mock is started in the middle of a run.
    private sealed class Eavesdropper(Func<string> listen) : IFixtureServerStarter
    {
        public string Heard { get; private set; } = string.Empty;

        public Task<IFixtureServer> StartAsync(ContractCatalog contract, FixtureCatalog fixtures, string? fault)
        {
            Heard = listen();
            return new EmbeddedMock().StartAsync(contract, fixtures, fault);
        }
    }
}
