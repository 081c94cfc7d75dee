using OcpConformance.Contract.Schemas;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Schemas;

public sealed class SchemaLintTests
{
    private static IEnumerable<string> RefusedKeywords => SchemaDialect.Refused.Keys;

    [TestCaseSource(nameof(RefusedKeywords))]
    public void Keyword_that_is_not_enforced_is_refused_by_name(string keyword)
    {
        using var contract = new TemporaryContract().WithStructure($$$"""{"type":"object","properties":{"a":{"type":"string","{{{keyword}}}": 1 } } }""");
        contract.Problems().Should().Contain(problem =>
            problem.File == TemporaryContract.Structure && problem.Place.StartsWith("/properties/a/") && problem.Problem.Contains($"'{keyword}'"));
    }

    [TestCase("""{"type":"object","properties":{"a":true}}""", "/properties/a", "true and false")]
    [TestCase("""{"type":"strng"}""", "/type", "no type")]
    [TestCase("""{"type":5}""", "/type", "no type")]
    [TestCase("""{"type":[]}""", "/type", "no type")]
    [TestCase("""{"type":["string","null"]}""", "/type", "null")]
    [TestCase("""{"type":"string","pattren":"^a$"}""", "/pattren", "unknown")]
    [TestCase("""{"enum":["A"]}""", "/enum", "without type")]
    [TestCase("""{"type":"string","enum":[]}""", "/enum", "no value")]
    [TestCase("""{"type":"string","enum":[1]}""", "/enum", "not of the type")]
    [TestCase("""{"type":"string","enum":["A",null]}""", "/enum", "not of the type")]
    [TestCase("""{"type":"string","enum":["2024-01-02T03:04:05Z"]}""", "/enum", "looks like a date and time")]
    [TestCase("""{"type":"string","enum":["/Date(0)/"]}""", "/enum", "looks like a date and time")]
    [TestCase("""{"type":"string","x-enum-known":{"A":"a client"}}""", "/x-enum-known", "no effect without enum")]
    [TestCase("""{"type":"string","x-enum-since":{"A":"4.3.0"}}""", "/x-enum-since", "no effect without enum")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-since":{"B":"4.3.0"}}""", "/x-enum-since/B", "not among the values of enum")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":{"A":"a client"}}""", "/x-enum-known/A", "documented already")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":{"2024-01-02T03:04:05":"a client"}}""", "/x-enum-known/2024-01-02T03:04:05", "looks like a date and time")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":["B"]}""", "/x-enum-known", "no object of sources")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":{}}""", "/x-enum-known", "no object of sources")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":{"B":""}}""", "/x-enum-known", "no object of sources")]
    [TestCase("""{"type":"string","enum":["A"],"x-enum-known":{"":"a client"}}""", "/x-enum-known", "no object of sources")]
    [TestCase("""{"type":"integer","enum":[1],"x-enum-known":{"2":"a client"}}""", "/x-enum-known/2", "the type allows none")]
    [TestCase("""{"type":"array","maxItems":0}""", "/maxItems", "maxItems 0")]
    [TestCase("""{"type":"string","minLength":2.5}""", "/minLength", "no count")]
    [TestCase("""{"type":"integer","minimum":"5"}""", "/minimum", "no number")]
    [TestCase("""{"type":"string","pattern":"a"}""", "/pattern", "anchored")]
    [TestCase("""{"type":"string","pattern":"^a|b$|^c$"}""", "/pattern", "anchored")]
    [TestCase("""{"type":"string","pattern":"^\\d+$"}""", "/pattern", "\\d")]
    [TestCase("""{"type":"string","pattern":"^(a+)+$"}""", "/pattern", "exponential")]
    [TestCase("""{"type":"string","pattern":"^($"}""", "/pattern", "compile")]
    [TestCase("""{"type":"string","format":"ipv4"}""", "/format", "unknown")]
    [TestCase("""{"type":"integer","format":"date-time"}""", "/format", "no effect")]
    [TestCase("""{"type":"string","minimum":1}""", "/minimum", "no effect")]
    [TestCase("""{"type":"object","properties":{},"required":["a"]}""", "/required", "not among the properties")]
    [TestCase("""{"type":"object","properties":{},"x-expected":["a"]}""", "/x-expected", "not among the properties")]
    [TestCase("""{"type":"string","x-level":"should","x-must-since":"4.3.0"}""", "/x-level", "beside x-must-since")]
    [TestCase("""{"type":"string","x-must-since":"newest"}""", "/x-must-since", "Write a release")]
    [TestCase("""{"type":"object","properties":{"a":{"$ref":"#/definitions/b","type":"string"}},"definitions":{"b":{}}}""", "/properties/a/type", "beside $ref")]
    [TestCase("""{"type":"object","properties":{"a":{"$ref":"Missing.schema.json"}}}""", "/properties/a/$ref", "leads to no schema")]
    [TestCase("""{"type":"object","properties":{"a":{"$ref":"#/definitions/b"}}}""", "/properties/a/$ref", "leads to no schema")]
    public void Schema_without_effect_is_refused_with_its_place(string structure, string place, string problem)
    {
        using var contract = new TemporaryContract().WithStructure(structure);
        contract.Problems().Should().Contain(found => found.File == TemporaryContract.Structure && found.Place == place && found.ToString().Contains(problem));
    }

    [Test]
    public void Every_meta_schema_passes_the_rules_for_schemas()
    {
        var problems = new List<Contract.Schemas.ContractProblem>();
        foreach (var (name, schema) in Project.Contract.Schemas.Files.Where(file => file.Key.StartsWith("schemas/meta/")))
        {
            new SchemaLint(name, problems).Check(schema, string.Empty, partial: true);
        }

        problems.Should().BeEmpty();
    }
}
