using System.Text.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Schemas;

/// <summary>Each keyword and format of the dialect, with what NJsonSchema alone gets wrong about it.</summary>
public sealed class KeywordTests
{
    [TestCase("""{"type":"integer"}""", "7", true)]
    [TestCase("""{"type":"integer"}""", "-7", true)]
    [TestCase("""{"type":"integer"}""", "9223372036854775807", true)]
    [TestCase("""{"type":"integer"}""", "9223372036854775808", false)]
    [TestCase("""{"type":"integer"}""", "123456789012345678901234567890", false)]
    [TestCase("""{"type":"integer"}""", "7.0", false)]
    [TestCase("""{"type":"integer"}""", "7e0", false)]
    [TestCase("""{"type":"integer"}""", "\"7\"", false)]
    [TestCase("""{"type":"number"}""", "7", true)]
    [TestCase("""{"type":"number"}""", "7.25", true)]
    [TestCase("""{"type":"number"}""", "1e400", true)]
    [TestCase("""{"type":"number"}""", "123456789012345678901234567890", true)]
    [TestCase("""{"type":"number"}""", "\"7\"", false)]
    [TestCase("""{"type":"string"}""", "7", false)]
    [TestCase("""{"type":"string"}""", "\"2024-01-02T03:04:05Z\"", true)]
    [TestCase("""{"type":"boolean"}""", "\"true\"", false)]
    [TestCase("""{"type":"boolean"}""", "0", false)]
    [TestCase("""{"type":["string","object"]}""", "{}", true)]
    [TestCase("""{"type":["string","object"]}""", "[]", false)]
    [TestCase("""{"type":["array","object"],"items":{"type":"integer"},"properties":{"k":{"type":"string"}}}""", "[1]", true)]
    [TestCase("""{"type":["array","object"],"items":{"type":"integer"},"properties":{"k":{"type":"string"}}}""", "[\"1\"]", false)]
    [TestCase("""{"type":["array","object"],"items":{"type":"integer"},"properties":{"k":{"type":"string"}}}""", "{\"k\":1}", false)]
    [TestCase("""{"type":"integer","enum":[0,1]}""", "1", true)]
    [TestCase("""{"type":"integer","enum":[0,1]}""", "2", false)]
    [TestCase("""{"type":["integer","string"],"enum":[0,"A"]}""", "\"0\"", false)]
    [TestCase("""{"type":["integer","string"],"enum":[0,"A"]}""", "0", true)]
    [TestCase("""{"type":"boolean","enum":[true]}""", "false", false)]
    [TestCase("""{"type":"string","enum":["True"]}""", "\"true\"", false)]
    [TestCase("""{"type":"string","enum":["A"]}""", "\"A\\n\"", false)]
    [TestCase("""{"type":"string","enum":["2024-01-02"]}""", "\"2024-01-02\"", true)]
    [TestCase("""{"type":"string","enum":["2024-01-02"]}""", "\"2024-01-03\"", false)]
    [TestCase("""{"type":"string","pattern":"^[0-9]+$"}""", "\"12\"", true)]
    [TestCase("""{"type":"string","pattern":"^[0-9]+$"}""", "\"12\\n\"", false)]
    [TestCase("""{"type":"string","pattern":"^[0-9]+$"}""", "\"\\u0661\"", false)]
    [TestCase("""{"type":"string","pattern":"^a|b$"}""", "\"ab\"", false)]
    [TestCase("""{"type":["integer","string"],"pattern":"^a$"}""", "7", true)]
    [TestCase("""{"type":["integer","string"],"pattern":"^a$"}""", "\"b\"", false)]
    [TestCase("""{"type":"string","maxLength":1}""", "\"\\ud83d\\ude00\"", true)]
    [TestCase("""{"type":"string","minLength":2}""", "\"\\ud83d\\ude00\"", false)]
    [TestCase("""{"type":"string","minLength":1}""", "\"\"", false)]
    [TestCase("""{"type":"integer","minimum":0}""", "-1", false)]
    [TestCase("""{"type":"integer","minimum":0}""", "0", true)]
    [TestCase("""{"type":"number","maximum":1}""", "1.0000001", false)]
    [TestCase("""{"type":"array","minItems":1}""", "[]", false)]
    [TestCase("""{"type":"array","maxItems":1}""", "[1,2]", false)]
    [TestCase("""{"type":"array","uniqueItems":true}""", "[1,\"1\"]", true)]
    [TestCase("""{"type":"array","uniqueItems":true}""", "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", false)]
    [TestCase("""{"type":"array","items":{"type":"integer"}}""", "[1,2.5]", false)]
    [TestCase("""{"type":"object","properties":{"a":{}},"additionalProperties":false}""", "{\"A\":1}", false)]
    [TestCase("""{"type":"object","properties":{"a":{}},"additionalProperties":false}""", "{\"b\":null}", true)]
    [TestCase("""{"type":"object","additionalProperties":{"type":"integer"}}""", "{\"any.name/with~marks[0]\":1}", true)]
    [TestCase("""{"type":"object","additionalProperties":{"type":"integer"}}""", "{\"any.name/with~marks[0]\":\"1\"}", false)]
    [TestCase("""{"type":"object","properties":{"a":{}},"required":["a"]}""", "{}", false)]
    [TestCase("""{"type":"object","properties":{"a":{}},"required":["a"]}""", "{\"a\":null}", false)]
    [TestCase("""{"type":"object","properties":{"a":{"type":"string"}}}""", "{\"a\":null}", true)]
    [TestCase("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "true", false)]
    [TestCase("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "1", false)]
    [TestCase("""{"allOf":[{"type":"integer"},{"type":"number","minimum":5}]}""", "4", false)]
    [TestCase("""{"not":{"type":"string"}}""", "\"a\"", false)]
    [TestCase("""{"type":"string","format":"date-time"}""", "\"2024-01-02T03:04:05.123456789+08:00\"", true)]
    [TestCase("""{"type":"string","format":"date-time"}""", "\"2024-01-02 03:04:05\"", false)]
    [TestCase("""{"type":"string","format":"date-time-basic-offset"}""", "\"2024-01-02T03:04:05.12+0800\"", true)]
    [TestCase("""{"type":"string","format":"duration"}""", "\"PT6M8.301194S\"", true)]
    [TestCase("""{"type":"string","format":"offset-time"}""", "\"02:00:00.000+08:00\"", true)]
    public void Value_is_judged_by_its_schema(string schema, string value, bool conforms)
    {
        using var contract = new TemporaryContract().WithStructure($$$"""{"type":"object","properties":{"v":{{{schema}}} } }""");
        var catalog = contract.Load();
        var exchange = Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First() with { Operation = catalog["sample/query-sample"] };
        exchange = Bodies.Edit(exchange, body => body["data"] = JsonSerializer.SerializeToNode(JsonDocument.Parse($$$"""{"v":{{{value}}} }""").RootElement));

        var verdicts = new Judge(catalog, new JudgeOptions(), [exchange]).Examine(exchange).Verdicts;

        verdicts.Where(verdict => verdict.Kind == VerdictKind.Violates).Select(verdict => verdict.Requirement.Scope)
            .Should().Equal(conforms ? [] : ["sample/query-sample"]);
    }

    [Test]
    public void Structure_that_contains_itself_is_judged_at_every_depth()
    {
        using var contract = new TemporaryContract().WithStructure("""
            {"type":"object","properties":{"id":{"type":"integer"},"primary":{"$ref":"Sample.schema.json"},"standbys":{"type":"array","items":{"$ref":"Sample.schema.json"}}}}
            """);
        var catalog = contract.Load();
        var exchange = Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First() with { Operation = catalog["sample/query-sample"] };
        exchange = Bodies.Edit(exchange, body => body["data"] = JsonSerializer.SerializeToNode(JsonDocument.Parse("""{"standbys":[{"primary":{"id":"7"}}]}""").RootElement));

        var violated = new Judge(catalog, new JudgeOptions(), [exchange]).Examine(exchange).Verdicts.Single(verdict => verdict.Kind == VerdictKind.Violates);

        violated.Requirement.Id.Should().Be("sample/query-sample#/data/id:type");
        violated.Findings.Single().Place.Should().Be("/data/standbys/0/primary/id");
    }
}
