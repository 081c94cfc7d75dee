using OcpConformance.Engine.Running;
using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

public sealed class RunGateTests
{
    [Test]
    public void Run_reaches_a_conclusion()
    {
        Suite.Problem.Should().BeNull();
        Suite.Outcome!.Conclusion.Kind.Should().NotBe(ConclusionKind.Incomplete, Suite.Outcome.Result.Conclusion.Reason);
    }
}
