using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;
using OcpConformance.SelfTests.Trust;

namespace OcpConformance.SelfTests.Runs;

public sealed class ReadmeScenarioTests
{
    private static HashSet<string> Rows => [.. File.ReadLines(Path.Combine(Project.Root, "README.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries))];

    [Test]
    public void Readme_names_every_scenario_that_is_planned()
    {
        ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]).Select(planned => Written(planned.Scenario)).Distinct().Should().HaveCountGreaterThan(30).And.OnlyContain(name => Rows.Contains(name));
    }

    [TestCase("http")]
    [TestCase("https")]
    public async Task Readme_names_everything_that_a_run_asks_for_itself(string scheme)
    {
        await using var server = UniformServer.Start(404, "application/json", "{}", lists: true);
        var live = await InProcess.LiveAsync(new UriBuilder(server.Url) { Scheme = scheme }.Uri, "*", new RunSettings { ConnectTimeout = TimeSpan.FromSeconds(1) });
        var mock = await InProcess.MockAsync("backup/query-backup-ability");
        var own = live.Result.Exchanges.Concat(mock.Result.Exchanges).Where(exchange => exchange.Operation is null).Select(exchange => exchange.Id.Split('/')[0]);

        own.Distinct().Should().HaveCountGreaterThan(2).And.OnlyContain(id => Rows.Contains(id));
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
