using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class ScenarioNameTests
{
    [Test]
    public void Name_of_every_planned_scenario_leads_back_to_it() =>
        ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]).Select(planned => planned.Scenario).Distinct()
            .Should().OnlyContain(scenario => Scenario.Named(scenario.Name) == scenario);

    [TestCase(null)]
    [TestCase("no-such-scenario")]
    public void Name_that_no_scenario_has_stands_for_the_valid_request(string? name) => Scenario.Named(name).Should().Be(Scenario.Nominal);
}
