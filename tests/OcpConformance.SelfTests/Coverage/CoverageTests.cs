using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Coverage;

public sealed class CoverageTests
{
    private const string Operation = "sample/query-sample";

    private const string Structure = """
        {
          "type": "object",
          "properties": {
            "mode": { "type": "string", "enum": ["A", "B"] },
            "names": { "type": "array", "items": { "type": "string" } },
            "parts": { "type": "array", "items": { "type": "object", "properties": { "tags": { "type": "array", "items": { "type": "string" } } } } },
            "labels": { "type": "object", "additionalProperties": { "type": "string" } },
            "children": { "type": "array", "items": { "$ref": "Sample.schema.json" } }
          }
        }
        """;

    private TemporaryContract folder = null!;
    private ContractCatalog contract = null!;

    [OneTimeSetUp]
    public void Load()
    {
        folder = new TemporaryContract().WithStructure(Structure).Write("schemas/sample/query-other.operation.json", TemporaryContract.OperationText("/api/v2/other/{id}"));
        contract = folder.Load();
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Members_that_no_answer_had_are_listed()
    {
        var coverage = Of("""{"mode":"A","names":["x"]}""", """{"labels":{"a":"b"},"parts":null}""");
        coverage.MissingMembers.Should().BeEquivalentTo(At("/data/parts"), At("/data/parts/*"), At("/data/parts/*/tags"), At("/data/parts/*/tags/*"), At("/data/children"));
        (coverage.Members.Documented - coverage.Members.Seen).Should().Be(5);
    }

    [Test]
    public void Values_that_no_answer_had_are_listed()
    {
        Of("""{"mode":"A"}""").MissingValues.Should().Equal(At("/data/mode=B"));
        Of("""{"mode":"A"}""", """{"mode":"B"}""").MissingValues.Should().BeEmpty();
        Of("""{"mode":"C"}""").MissingValues.Should().Equal(At("/data/mode=A"), At("/data/mode=B"));
        Of("""{"mode":"C"}""").Values.Should().Be(new CoverageCount(2, 0));
    }

    [TestCase("""{"names":[],"parts":[]}""", "/data/names", "/data/parts", TestName = "List_that_is_empty_in_every_answer_is_listed(two)")]
    [TestCase("""{"parts":[{"tags":[]},{}]}""", "/data/parts/*/tags", TestName = "List_that_is_empty_in_every_answer_is_listed(inner)")]
    [TestCase("""{"names":["x"]}""", TestName = "List_that_is_empty_in_every_answer_is_listed(not_one_with_an_item)")]
    [TestCase("""{"names":null}""", TestName = "List_that_is_empty_in_every_answer_is_listed(not_null)")]
    [TestCase("""{"names":[7]}""", TestName = "List_that_is_empty_in_every_answer_is_listed(not_one_with_a_wrong_item)")]
    [TestCase("""{"labels":{}}""", TestName = "List_that_is_empty_in_every_answer_is_listed(not_a_map)")]
    [TestCase("""{"children":[{}]}""", TestName = "List_that_is_empty_in_every_answer_is_listed(not_one_of_itself)")]
    public void List_that_is_empty_in_every_answer_is_listed(string data, params string[] lists) =>
        Of(data).EmptyLists.Should().BeEquivalentTo(lists.Select(At));

    [Test]
    public void List_with_an_item_in_one_answer_is_not_empty() =>
        Of("""{"names":[]}""", """{"names":["x"]}""").EmptyLists.Should().BeEmpty();

    [Test]
    public void Operations_of_which_no_valid_request_succeeded_are_listed_whether_or_not_one_was_sent()
    {
        Of("{}").UnexercisedOperations.Should().Equal("sample/query-other");
        Recordings.JudgeRejection(contract).Result.Coverage.UnexercisedOperations.Should().BeEquivalentTo("sample/query-other", Operation);
    }

    [Test]
    public void Operation_that_was_not_selected_is_not_listed() =>
        Recordings.Judge(contract, new RunSettings { Select = [Operation] }, "{}").Result.Coverage.UnexercisedOperations.Should().BeEmpty();

    [Test]
    public void Requirements_count_as_exercised_where_they_hold_or_are_violated()
    {
        var result = Recordings.Judge(contract, new RunSettings(), """{"mode":"C"}""").Result;
        var exercised = result.Requirements.Count(requirement => requirement.Verdict is VerdictKind.Conforms or VerdictKind.Violates);
        result.Coverage.Requirements.Should().Be(new CoverageCount(result.Requirements.Count, exercised));
        result.Requirements.Should().Contain(requirement => requirement.Id == At("/data/mode:enum") && requirement.Verdict == VerdictKind.Violates);
        result.Requirements.Should().Contain(requirement => requirement.Id == At("/data/names:type") && requirement.Verdict == VerdictKind.NotExercised);
    }

    private CoverageInfo Of(params string[] data) => Recordings.Judge(contract, new RunSettings(), data).Result.Coverage;

    private static string At(string place) => $"{Operation}#{place}";
}
