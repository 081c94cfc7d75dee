using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Catalog;

public sealed class LifecycleFileTests
{
    private const string File = "schemas/lifecycles.json";
    private const string Sample = """{"type":"object","properties":{"id":{"type":"integer"}}}""";

    private const string Right = """
        {
          "tasks": {
            "structures": ["schemas/sample/Sample.schema.json"],
            "member": "/id",
            "read": "sample/query-sample",
            "parameter": "id",
            "status": "/data/id",
            "running": "1",
            "finished": "2"
          },
          "objects": {
            "sample": {
              "title": "a sample",
              "create": "sample/query-sample",
              "read": "sample/query-sample",
              "delete": "sample/query-sample",
              "parameter": "id",
              "member": "/id"
            }
          }
        }
        """;

    [Test]
    public void Lifecycles_are_read()
    {
        using var contract = new TemporaryContract().WithStructure(Sample).Write(File, Right);
        var lifecycles = contract.Load().Lifecycles;
        lifecycles.Tasks!.Read.Should().Be("sample/query-sample");
        lifecycles.Objects.Should().ContainSingle().Which.Operations.Should().HaveCount(3);
    }

    [TestCase("\"delete\": \"sample/query-sample\"", "\"delete\": \"sample/delete-sample\"", "no operation 'sample/delete-sample'")]
    [TestCase("\"parameter\": \"id\",\n      \"member\": \"/id\"", "\"parameter\": \"ident\",\n      \"member\": \"/id\"", "has no {ident}")]
    [TestCase("\"parameter\": \"id\",\n      \"member\": \"/id\"", "\"parameter\": \"id\"", "only one is there")]
    [TestCase("\"read\": \"sample/query-sample\",\n    \"parameter\"", "\"read\": \"sample/show-sample\",\n    \"parameter\"", "no operation 'sample/show-sample'")]
    [TestCase("schemas/sample/Sample.schema.json", "schemas/sample/Other.schema.json", "no file 'schemas/sample/Other.schema.json'")]
    [TestCase("\"title\": \"a sample\",", "", "title")]
    [TestCase("\"title\": \"a sample\",", "\"title\": \"a sample\", \"resources\": { \"/regionId\": \"no.such\" },", "no resource 'no.such'")]
    public void Lifecycles_that_do_not_fit_the_operations_are_refused(string old, string with, string problem)
    {
        Right.Should().Contain(old);
        using var contract = new TemporaryContract().WithStructure(Sample).Write(File, Right.Replace(old, with));
        contract.Problems().Should().Contain(found => found.File == File && (found.Place + found.Problem).Contains(problem) && found.Remedy.Length > 0);
    }

    [Test]
    public void Release_without_an_operation_has_no_lifecycle_that_needs_it()
    {
        var (selected, _) = ContractLoader.Select(Project.Contract, new Release(new Version(3, 1, 1), Edition.Enterprise));
        selected.Lifecycles.Objects.Select(lifecycle => lifecycle.Kind).Should().Contain("region").And.NotContain("backup-strategy");
        selected.Lifecycles.Objects.SelectMany(lifecycle => lifecycle.Operations).Should().OnlyContain(id => selected.Operations.Any(operation => operation.Id == id));
    }
}
