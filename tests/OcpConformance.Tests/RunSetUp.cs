using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

[SetUpFixture]
public sealed class RunSetUp
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [OneTimeSetUp]
    public async Task Execute_the_run()
    {
        var running = Suite.Session.ExecuteAsync(CancellationToken.None);
        await Suite.Session.Progress.WatchAsync(running, Step, TimeProvider.System, TestContext.Error.WriteLineAsync);
    }

    // Written as errors, because the console shows nothing else of what a test host writes.
    [OneTimeTearDown]
    public void Name_the_conclusion()
    {
        if (Suite.Session.Outcome is { } run)
        {
            TestContext.Error.Write(ViolationText.Of(run.Result));
        }

        var (outcome, reason) = Suite.Session.Conclusion;
        TestContext.Error.WriteLine(ConclusionText.Of(outcome, reason));
        TestContext.Error.WriteLine($"Results: {Suite.Session.Folder}");
    }
}
