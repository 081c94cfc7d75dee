using OcpConformance.Engine.Sending;
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
        var start = TimeProvider.System.GetTimestamp();
        var running = Suite.Session.ExecuteAsync(CancellationToken.None);
        while (await Task.WhenAny(running, Task.Delay(Step, TimeProvider.System)) != running)
        {
            await TestContext.Error.WriteLineAsync(RunProgressText.Of(Suite.Session.Progress, TimeProvider.System.GetElapsedTime(start)));
        }

        await running;
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
        TestContext.Error.WriteLine($"OCP conformance: {outcome.Word()}. {reason}");
        TestContext.Error.WriteLine($"Results: {Suite.Session.Folder}");
    }
}
