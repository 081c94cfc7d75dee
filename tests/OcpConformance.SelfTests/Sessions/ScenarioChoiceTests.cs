using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Sessions;

public sealed class ScenarioChoiceTests : IDisposable
{
    private const string Operation = "backup/query-backup-ability";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Only_what_is_asked_for_is_sent_and_counted()
    {
        var whole = await SessionRuns.RunAsync(folder.File("whole"), ("OCP_SELECT", Operation));
        var part = await SessionRuns.RunAsync(folder.File("part"), ("OCP_SELECT", Operation), ("OCP_SCENARIOS", "nominal,unknown-*"));

        part.Outcome!.Result.Exchanges.Select(exchange => exchange.Scenario).OfType<string>().Distinct().Should().Equal("nominal", "unknown-id");
        part.Outcome.Result.Requirements.Should().NotContain(requirement => requirement.Id == "protocol!rejects-missing-credentials");
        whole.Outcome!.Result.Requirements.Should().Contain(requirement => requirement.Id == "protocol!rejects-missing-credentials");
        part.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant);
        part.Conclusion.Reason.Should().EndWith("; only the scenarios that OCP_SCENARIOS names were asked: nominal, unknown-*.");
        whole.Conclusion.Reason.Should().NotContain("OCP_SCENARIOS");
    }

    [Test]
    public async Task Rejections_alone_prove_nothing()
    {
        var run = await SessionRuns.RunAsync(folder.File("results"), ("OCP_SELECT", Operation), ("OCP_SCENARIOS", "unknown-id"));

        run.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
    }

    [Test]
    public async Task Steps_of_a_life_are_sent_together()
    {
        var run = await SessionRuns.RunAsync(folder.File("results"), ("OCP_SELECT", "host/*"), ("OCP_SCENARIOS", "lifecycle-create"));

        run.Plan.Select(planned => planned.Scenario.Name).Should().Contain("lifecycle-create").And.Contain("lifecycle-delete");
    }

    [Test]
    public async Task Name_that_no_scenario_has_is_refused()
    {
        var run = await SessionRuns.RunAsync(folder.File("results"), ("OCP_SELECT", Operation), ("OCP_SCENARIOS", "nominal,nominall"));

        run.Problem!.Text.Should().Be("Setting OCP_SCENARIOS: no scenario of the selected operations is called 'nominall'. Write nominal, if that is what you mean.");
    }
}
