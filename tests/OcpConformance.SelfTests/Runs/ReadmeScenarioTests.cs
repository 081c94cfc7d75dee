using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class ReadmeScenarioTests
{
    [Test]
    public void Readme_names_every_scenario_that_is_planned()
    {
        var readme = File.ReadAllText(Path.Combine(Project.Root, "README.md"));
        var rows = readme.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[1]).SelectMany(cell => cell.Split(',', StringSplitOptions.TrimEntries)).ToHashSet();
        ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]).Select(planned => Written(planned.Scenario)).Distinct().Should().HaveCountGreaterThan(30).And.OnlyContain(name => rows.Contains(name));
    }

    private static string Written(Scenario scenario) => scenario.Kind switch
    {
        ScenarioKind.Language or ScenarioKind.LanguageOfError => scenario.Name.Replace(scenario.Detail!, "`language`", StringComparison.Ordinal),
        ScenarioKind.MissingMember => scenario.Name.Replace(scenario.Detail!, "`member`", StringComparison.Ordinal),
        ScenarioKind.UnknownValue or ScenarioKind.MalformedValue or ScenarioKind.MissingParameter or ScenarioKind.ForeignValue or ScenarioKind.OutOfRange =>
            scenario.Name.Replace(scenario.Detail!, "`parameter`", StringComparison.Ordinal),
        _ => scenario.Name,
    };
}
