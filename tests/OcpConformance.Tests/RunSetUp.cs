using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

[SetUpFixture]
public sealed class RunSetUp
{
    [OneTimeSetUp]
    public Task Execute_the_run() => Suite.Session.ExecuteAsync(CancellationToken.None);

    // Written as errors, because the console shows nothing else of what a test host writes.
    [OneTimeTearDown]
    public void Name_the_conclusion()
    {
        var (outcome, reason) = Suite.Session.Conclusion;
        TestContext.Error.WriteLine($"OCP conformance: {outcome}. {reason}");
        TestContext.Error.WriteLine($"Results: {Suite.Session.Folder}");
    }
}
