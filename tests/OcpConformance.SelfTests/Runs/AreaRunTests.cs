using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class AreaRunTests
{
    private static IEnumerable<string> Areas => Project.Contract.Areas.Keys;

    [TestCaseSource(nameof(Areas))]
    public async Task Area_alone_is_conformant_against_the_mock(string area)
    {
        var outcome = await InProcess.MockAsync($"{area}/*");

        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
    }
}
