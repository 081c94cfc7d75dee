using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Schemas;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class LoaderTests
{
    private const string Sample = """{"type":"object","properties":{"id":{"type":"integer"}}}""";
    private const string Fixture = "fixtures/sample/query-sample/first.json";

    [Test]
    public void Operation_is_its_files_and_nothing_else()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        contract.Load()["sample/query-sample"].Requirements.Select(requirement => requirement.Id).Should().Equal(
            "sample/query-sample#/data:required", "sample/query-sample#/data:type", "sample/query-sample#/data/id:type");
    }

    [TestCase("{", "ends in the middle")]
    [TestCase("{}{}", "something follows")]
    [TestCase("""{"title":"a","title":"b"}""", "twice")]
    [TestCase("[]", "no JSON object")]
    [TestCase("", "no content")]
    public void Broken_JSON_is_named_with_its_file(string text, string problem)
    {
        using var contract = new TemporaryContract().WithStructure(Sample).Write("schemas/sample/broken.operation.json", text);
        contract.Problems().Should().ContainSingle(found => found.File == "schemas/sample/broken.operation.json" && found.Problem.Contains(problem) && found.Remedy.Length > 0);
    }

    [TestCase("\"effect\": \"read\"", "\"effect\": \"look\"", "effect")]
    [TestCase("\"method\": \"GET\"", "\"method\": \"FETCH\"", "method")]
    [TestCase("\"shape\": \"object\"", "\"shape\": \"tree\"", "shape")]
    [TestCase("\"since\": \"4.0.0\"", "\"since\": \"4\"", "since")]
    [TestCase("\"title\": \"Query a sample\",", "", "title")]
    [TestCase("\"effect\": \"read\"", "\"effect\": \"read\", \"efect\": 1", "efect")]
    public void Operation_file_that_breaks_its_meta_schema_is_named_with_the_place(string old, string with, string place)
    {
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Sample).Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace(old, with));
        contract.Problems().Should().Contain(found => found.File == TemporaryContract.Operation && found.Place.Contains(place) && found.Remedy.Contains("schemas/meta/operation.schema.json"));
    }

    [TestCase("{id}", "{ident}", "'ident' is not described")]
    [TestCase("\"resource\": \"cluster.id\"", "\"resource\": \"planet.id\"", "'planet.id'")]
    [TestCase("\"answer\"", "\"rules\": [{\"id\":\"r\",\"level\":\"must\",\"sentence\":\"s\",\"when\":[\"/data/idd\"],\"schema\":{}}], \"answer\"", "/data/idd")]
    public void Operation_that_contradicts_itself_is_refused(string old, string with, string problem)
    {
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Sample).Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace(old, with));
        contract.Problems().Should().Contain(found => found.File == TemporaryContract.Operation && found.Problem.Contains(problem));
    }

    [Test]
    public void Two_operations_with_the_same_request_are_refused()
    {
        using var contract = new TemporaryContract().WithStructure(Sample).Write("schemas/sample/again.operation.json", TemporaryContract.OperationText("/api/v2/sample/{id}"));
        contract.Problems().Should().ContainSingle(found => found.Problem.Contains("same method and path"));
    }

    [Test]
    public void Folder_without_operations_is_refused()
    {
        using var contract = new TemporaryContract();
        contract.Problems().Should().ContainSingle(found => found.Problem.Contains("not a single operation"));
    }

    [Test]
    public void Missing_meta_schema_is_refused()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        File.Delete(Path.Combine(contract.Root, "schemas/meta/operation.schema.json"));
        contract.Problems().Should().ContainSingle(problem => problem.File == "schemas/meta/operation.schema.json" && problem.Problem.Contains("missing"));
    }

    [Test]
    public void Missing_folder_is_refused()
    {
        var load = () => ContractLoader.Load(Path.Combine(Path.GetTempPath(), "no-such-folder-of-ocp-conformance"));
        load.Should().Throw<ContractException>().WithMessage("*no such folder*");
    }

    [TestCase("""{"title":"t","origin":"composed","request":{"path":{"id":1}},"answer":{"status":200,"body":{}}}""", null)]
    [TestCase("""{"title":"t","origin":"composed","request":{},"answer":{"status":200}}""", "'id' has no value")]
    [TestCase("""{"title":"t","origin":"composed","request":{"path":{"id":1,"ix":2}},"answer":{"status":200}}""", "no path parameter 'ix'")]
    [TestCase("""{"title":"t","origin":"found","request":{},"answer":{"status":200}}""", "not one of documented, composed")]
    public void Fixture_is_checked_against_its_operation(string fixture, string? problem)
    {
        using var contract = new TemporaryContract().WithStructure(Sample).Write(Fixture, fixture);
        var load = () => FixtureLoader.Load(contract.Load());
        var problems = load.Should().Throw<ContractException>().Which.Problems.Where(found => found.File == Fixture).ToList();
        problems.Select(found => found.Problem).Should().BeEquivalentTo(problem is null ? [] : new[] { problem }, options => options.Using<string>(pair => pair.Subject.Should().Contain(pair.Expectation)).WhenTypeIs<string>());
    }

    [Test]
    public void Loading_of_240_operations_derives_all_their_requirements()
    {
        using var contract = new TemporaryContract();
        for (var i = 0; i < 240; i++)
        {
            contract.Write($"schemas/sample/S{i}.schema.json", File.ReadAllText(Path.Combine(Project.Root, "schemas/backup/ObBackupAbility.schema.json")));
            contract.Write($"schemas/sample/op-{i}.operation.json", TemporaryContract.OperationText($"/api/v2/sample{i}/{{id}}").Replace("Sample.schema.json", $"S{i}.schema.json"));
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var loaded = contract.Load();
        TestContext.Out.WriteLine($"240 operations: {watch.ElapsedMilliseconds} ms");

        var perOperation = Project.Contract["backup/query-backup-ability"].Requirements.Count(requirement => !requirement.Id.Contains('!'));
        loaded.Operations.Sum(operation => operation.Requirements.Count()).Should().Be(240 * perOperation);
    }

    [TestCase("""{"$ref":"Sample.schema.json"}""", "leads back to itself")]
    [TestCase("""{"allOf":[{"not":{"$ref":"#"}}]}""", "leads back to itself")]
    [TestCase("""{"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}}""", "leads back to itself")]
    [TestCase("""{"$ref":"../resources.json"}""", "leads to no schema")]
    [TestCase("""{"$ref":"#/title","title":"t"}""", "leads to no schema")]
    [TestCase("""{"$ref":"../meta/structure.schema.json"}""", "leads to no schema")]
    [TestCase("""{"type":"object","required":null}""", "null")]
    [TestCase("""{"type":"object","properties":5}""", "the number 5")]
    [TestCase("""{"type":"integer","minimum":1e400}""", "1e400")]
    [TestCase("""{"x-since":"99999999999.0.0"}""", "99999999999.0.0")]
    public void Structure_that_cannot_be_followed_is_refused(string structure, string problem)
    {
        using var contract = new TemporaryContract().WithStructure(structure);
        contract.Problems().Should().Contain(found => found.File == TemporaryContract.Structure && found.Place.Length > 0 && found.Problem.Contains(problem));
    }

    [TestCase("\"answer\"", "\"rules\": null, \"answer\"", "/rules")]
    [TestCase("{ \"$ref\": \"Sample.schema.json\" }", "{ \"type\": \"object\", \"required\": 5 }", "/answer/data/required")]
    [TestCase("{ \"$ref\": \"Sample.schema.json\" }", "{ \"allOf\": 5 }", "/answer/data/allOf")]
    [TestCase("\"since\": \"4.0.0\"", "\"since\": \"99999999999.0.0\"", "/source/since")]
    [TestCase("/sample/{id}", "/sample/{id}/x-{id}", "/request/path")]
    public void Operation_of_the_wrong_form_is_named_with_the_place(string old, string with, string place)
    {
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Sample).Write(TemporaryContract.Operation, TemporaryContract.OperationText().Replace(old, with));
        contract.Problems().Should().Contain(found => found.File == TemporaryContract.Operation && found.Place == place);
    }

    [TestCase("schemas/query-sample.operation.json")]
    [TestCase("schemas/a/sample/query-sample.operation.json")]
    [TestCase("schemas/sample/query-sample.old.operation.json")]
    [TestCase("schemas/sample/.operation.json")]
    public void Operation_whose_name_gives_no_id_of_its_own_is_refused(string name)
    {
        using var contract = new TemporaryContract().WithStructure(Sample).Write(name, TemporaryContract.OperationText("/api/v2/other/{id}"));
        contract.Problems().Should().Contain(found => found.File == name && found.Remedy.Contains("schemas/<area>/<name>.operation.json"));
    }

    [Test]
    public void Folder_in_place_of_a_file_is_refused()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        Directory.CreateDirectory(Path.Combine(contract.Root, "schemas/sample/create-sample.operation.json"));
        contract.Problems().Should().ContainSingle(found => found.File == "schemas/sample/create-sample.operation.json" && found.Problem.Contains("folder"));
    }

    [Test, CancelAfter(20_000)]
    public void Structures_that_refer_to_each_other_without_end_are_refused()
    {
        using var contract = new TemporaryContract().WithStructure(Tangle("Sample"));
        Enumerable.Range(0, 12).ToList().ForEach(number => contract.Write($"schemas/sample/S{number}.schema.json", Tangle($"S{number}")));
        contract.Problems().Should().ContainSingle(found => found.Problem.Contains("more than 20000 places"));
    }

    [TestCase("fixtures/first.json", "{}", "there is no operation ''")]
    [TestCase(Fixture, """{"title":"t","origin":"composed","request":{"path":{"id":".."}},"answer":{"status":200}}""", "a path cannot hold the value '..'")]
    [TestCase(Fixture, """{"title":"t","origin":"composed","request":{"path":null},"answer":{"status":200}}""", "wrong type")]
    [TestCase(Fixture, """{"title":"t","origin":"composed","request":{"path":{"id":1}},"answer":{"status":200,"contentType":"a\nb"}}""", "does not match")]
    public void Fixture_that_cannot_be_used_is_refused(string name, string text, string problem)
    {
        using var contract = new TemporaryContract().WithStructure(Sample).Write(name, text);
        var load = () => FixtureLoader.Load(contract.Load());
        load.Should().Throw<ContractException>().Which.Problems.Should().Contain(found => found.File == name && found.Problem.Contains(problem));
    }

    private static string Tangle(string name)
    {
        var members = Enumerable.Range(0, 12).Where(number => $"S{number}" != name).Select(number => $$"""
            "p{{number}}":{"$ref":"S{{number}}.schema.json"}
            """);
        return $$"""{"type":"object","properties":{ {{string.Join(',', members)}} } }""";
    }
}
