using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

/// <summary>What the documentation has, counted by hand in its table of contents, against what the contract holds.</summary>
public sealed class ContractCountTests
{
    [TestCase("agent", 2, 6, 0)]
    [TestCase("alarm", 5, 0, 0)]
    [TestCase("arbitration", 5, 16, 3)]
    [TestCase("audit", 1, 0, 0)]
    [TestCase("backup", 12, 12, 4)]
    [TestCase("cluster", 9, 23, 3)]
    [TestCase("database-user", 5, 26, 2)]
    [TestCase("health", 3, 0, 0)]
    [TestCase("host", 8, 5, 4)]
    [TestCase("inspection", 5, 1, 0)]
    [TestCase("monitoring", 3, 0, 0)]
    [TestCase("obproxy", 4, 11, 4)]
    [TestCase("software-package", 1, 1, 1)]
    [TestCase("sql-performance", 9, 1, 0)]
    [TestCase("task", 3, 5, 0)]
    [TestCase("tenant", 7, 21, 6)]
    public void Area_has_its_documented_operations(string area, int get, int post, int others)
    {
        var methods = Project.Contract.Operations.Where(operation => operation.Area == area).Select(operation => operation.Method).ToList();
        (methods.Count(method => method == "GET"), methods.Count(method => method == "POST"), methods.Count(method => method is not ("GET" or "POST")))
            .Should().Be((get, post, others));
    }

    [Test]
    public void Contract_has_237_operations_of_which_165_are_in_V4_2_2()
    {
        Project.Contract.Operations.Should().HaveCount(237);
        ContractLoader.Select(Project.Contract, new Release(new Version(4, 2, 2), Edition.Enterprise)).Contract.Operations.Should().HaveCount(165);
        Project.Contract.Operations.Where(operation => operation.Source.Since >= new Version(4, 3, 0)).Should().OnlyContain(operation => operation.Source.Assumed);
    }

    [Test]
    public void Members_values_and_errata_are_counted()
    {
        var places = Project.Contract.Operations.SelectMany(DocumentedPlaces.Of).ToList();
        var errata = Project.Contract.Operations.SelectMany(operation => operation.Requirements).Count(requirement => requirement.Erratum is not null);
        TestContext.Out.WriteLine($"{places.Count} places of members, {places.Sum(place => place.Values.Count)} values, {errata} requirements with an erratum");

        places.Should().HaveCountGreaterThan(7000);
        places.Sum(place => place.Values.Count).Should().BeGreaterThan(3000);
        errata.Should().BeGreaterThan(300);
    }

    [Test]
    public void Fixtures_show_nearly_everything_that_is_documented()
    {
        var judge = new Judge(Project.Contract, new JudgeOptions(), []);
        var documented = Project.Contract.Operations.SelectMany(operation => DocumentedPlaces.Of(operation).Select(place => (operation.Id, place.Place, place.Values))).ToList();
        var judgements = Project.Fixtures.Fixtures.Select(fixture => (fixture.Operation.Id, Judgement: judge.Examine(fixture.ToExchange()))).ToList();
        var places = judgements.SelectMany(entry => entry.Judgement.SeenPlaces.Select(place => (entry.Id, place))).ToHashSet();
        var values = judgements.SelectMany(entry => entry.Judgement.SeenValues.Select(value => (entry.Id, value.Place, value.Value))).ToHashSet();
        var allValues = documented.SelectMany(entry => entry.Values.Select(value => (entry.Id, entry.Place, value))).ToList();

        documented.Count(entry => places.Contains((entry.Id, entry.Place))).Should().BeGreaterThanOrEqualTo(documented.Count * 98 / 100);
        allValues.Count(values.Contains).Should().BeGreaterThanOrEqualTo(allValues.Count * 90 / 100);
    }

    [Test]
    public void Request_bodies_of_fixtures_satisfy_the_schema_of_the_request()
    {
        var bodies = Project.Fixtures.Fixtures.Where(fixture => fixture.RequestBody is not null).ToList();
        var rejected = bodies.SelectMany(fixture => fixture.Operation.BodySchema is null
            ? [$"{fixture.File}: the operation has no body"]
            : RequestBodies.Rejections(Project.Contract, fixture.Operation, fixture.RequestBody!.Value).Select(rejection => $"{fixture.File}: {rejection}"));

        bodies.Should().HaveCountGreaterThan(100);
        rejected.Should().BeEmpty();
    }

    [Test]
    public void Every_operation_has_a_fixture() =>
        Project.Contract.Operations.Where(operation => !Project.Fixtures.Of(operation).Any()).Select(operation => operation.Id).Should().BeEmpty();

    [Test]
    public void Resource_paths_are_documented_operations() =>
        Project.Contract.Resources.Values.Where(resource => resource.Path is not null)
            .Where(resource => Project.Contract.Find("GET", System.Text.RegularExpressions.Regex.Replace(resource.Path!, @"\{[^}]*\}", "1")) is null)
            .Select(resource => resource.Name).Should().BeEmpty();
}
