using OcpConformance.Report.Model;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class RunGateTests : ConformanceFixture
{
    [Test]
    public void Run_reaches_a_conclusion()
    {
        Check.Fail(Suite.Problem is { } problem ? [problem] : []);
        Check.Fail(Suite.Outcome!.Result.Conclusion is { Outcome: Vocabulary.Incomplete } conclusion ? [conclusion.Reason] : []);
    }
}
