using OcpConformance.Tests.Support;

namespace OcpConformance.Tests;

// Before all others, so that these know whether a filter left it out. DependsOnFixture, which NUnit recommends instead,
// runs it unseen in that case.
#pragma warning disable CS0618
[Order(0)]
#pragma warning restore CS0618
public sealed class RunGateTests : ConformanceFixture
{
    [Test]
    public void Run_reaches_a_conclusion() => Check.Concludes(gate: true);
}
