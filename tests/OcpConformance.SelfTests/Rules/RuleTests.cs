using System.Text.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Rules;

public sealed class RuleTests
{
    private const string Structure = """
        {"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"},"from":{},"to":{},"count":{"type":"integer"},"share":{"type":"number"},"parts":{"type":"array","items":{"type":"object","properties":{"n":{"type":"integer"}}}},"items":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"},"name":{"type":"string"}}}}}}
        """;

    [TestCase("\"kind\":\"echo\",\"parameter\":\"id\",\"places\":[\"/data/id\"]", "{\"id\":7}", "id=7", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"echo\",\"parameter\":\"id\",\"places\":[\"/data/id\"]", "{\"id\":8}", "id=7", VerdictKind.Violates)]
    [TestCase("\"kind\":\"echo\",\"parameter\":\"id\",\"places\":[\"/data/id\"]", "{}", "id=7", VerdictKind.NotExercised)]
    [TestCase("\"kind\":\"filtered-by\",\"parameter\":\"q\",\"match\":\"contains\",\"places\":[\"/data/items/*/name\"]", "{\"items\":[{\"name\":\"Orders\"},{\"name\":\"reORDER\"}]}", "q=order", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"filtered-by\",\"parameter\":\"q\",\"match\":\"contains\",\"places\":[\"/data/items/*/name\"]", "{\"items\":[{\"name\":\"Orders\"},{\"name\":\"users\"}]}", "q=order", VerdictKind.Violates)]
    [TestCase("\"kind\":\"filtered-by\",\"parameter\":\"q\",\"match\":\"any-of\",\"places\":[\"/data/name\"]", "{\"name\":\"B\"}", "q=A,B", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"filtered-by\",\"parameter\":\"q\",\"match\":\"any-of\",\"places\":[\"/data/name\"]", "{\"name\":\"C\"}", "q=A,B", VerdictKind.Violates)]
    [TestCase("\"kind\":\"filtered-by\",\"parameter\":\"q\",\"match\":\"equal\",\"places\":[\"/data/name\"]", "{\"name\":\"C\"}", "other=1", VerdictKind.NotExercised)]
    [TestCase("\"kind\":\"sorted-by\",\"parameter\":\"sort\",\"value\":\"id,desc\",\"places\":[\"/data/items/*/id\"]", "{\"items\":[{\"id\":10},{\"id\":9},{\"id\":9}]}", "sort=id,desc", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"sorted-by\",\"parameter\":\"sort\",\"value\":\"id,asc\",\"places\":[\"/data/items/*/id\"]", "{\"items\":[{\"id\":10},{\"id\":9}]}", "sort=id,asc", VerdictKind.Violates)]
    [TestCase("\"kind\":\"sorted-by\",\"parameter\":\"sort\",\"value\":\"id,asc\",\"places\":[\"/data/items/*/id\"]", "{\"items\":[{\"id\":10},{\"id\":9}]}", "sort=name,asc", VerdictKind.NotExercised)]
    [TestCase("\"kind\":\"sorted-by\",\"parameter\":\"sort\",\"value\":\"name,asc\",\"places\":[\"/data/items/*/name\"]", "{\"items\":[{\"name\":\"alpha\"},{\"name\":\"Beta\"}]}", "sort=name,asc", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"sorted-by\",\"parameter\":\"sort\",\"value\":\"name,asc\",\"places\":[\"/data/items/*/name\"]", "{\"items\":[{\"name\":\"beta\"},{\"name\":\"Alpha\"}]}", "sort=name,asc", VerdictKind.Violates)]
    [TestCase("\"kind\":\"not-after\",\"within\":\"/data\",\"earlier\":\"/from\",\"later\":\"/to\"", "{\"from\":\"2024-01-01T08:00:00+08:00\",\"to\":\"2024-01-01T00:00:00Z\"}", "", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"not-after\",\"within\":\"/data\",\"earlier\":\"/from\",\"later\":\"/to\"", "{\"from\":\"2024-01-01T08:00:01+08:00\",\"to\":\"2024-01-01T00:00:00Z\"}", "", VerdictKind.Violates)]
    [TestCase("\"kind\":\"not-after\",\"within\":\"/data\",\"earlier\":\"/from\",\"later\":\"/to\"", "{\"from\":\"2024-01-01T08:00:01+08:00\"}", "", VerdictKind.NotExercised)]
    [TestCase("\"kind\":\"not-after\",\"within\":\"/data\",\"earlier\":\"/from\",\"later\":\"/to\"", "{\"from\":1700000001000,\"to\":1700000001}", "", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"within-window\",\"start\":\"a\",\"end\":\"b\",\"places\":[\"/data/from\"]", "{\"from\":1700000000}", "a=2023-11-14T22:00:00Z&b=2023-11-14T23:00:00Z", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"within-window\",\"start\":\"a\",\"end\":\"b\",\"places\":[\"/data/from\"]", "{\"from\":\"2023-11-14T23:00:01Z\"}", "a=1699999200&b=1700002800", VerdictKind.Violates)]
    [TestCase("\"kind\":\"within-range\",\"minimum\":0,\"maximum\":1,\"places\":[\"/data/share\"]", "{\"share\":1}", "", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"within-range\",\"minimum\":0,\"maximum\":1,\"places\":[\"/data/share\"]", "{\"share\":1.01}", "", VerdictKind.Violates)]
    [TestCase("\"kind\":\"within-range\",\"minimum\":0,\"places\":[\"/data/share\"]", "{\"share\":-1}", "", VerdictKind.Violates)]
    [TestCase("\"kind\":\"count-of\",\"within\":\"/data\",\"count\":\"/count\",\"list\":\"/items\"", "{\"count\":1,\"items\":[{}]}", "", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"count-of\",\"within\":\"/data\",\"count\":\"/count\",\"list\":\"/items\"", "{\"count\":2,\"items\":[{}]}", "", VerdictKind.Violates)]
    [TestCase("\"kind\":\"count-of\",\"within\":\"/data\",\"sum\":\"/parts/*/n\",\"list\":\"/items\"", "{\"parts\":[{\"n\":1},{\"n\":2}],\"items\":[{},{},{}]}", "", VerdictKind.Conforms)]
    [TestCase("\"kind\":\"count-of\",\"within\":\"/data\",\"sum\":\"/parts/*/n\",\"list\":\"/items\"", "{\"parts\":[{\"n\":1},{\"n\":2}],\"items\":[{},{}]}", "", VerdictKind.Violates)]
    [TestCase("\"kind\":\"count-of\",\"within\":\"/data\",\"count\":\"/count\",\"list\":\"/items\"", "{\"count\":\"2\",\"items\":[{}]}", "", VerdictKind.Blocked)]
    public void Rule_is_decided_by_its_data(string rule, string data, string query, VerdictKind verdict)
    {
        var operation = TemporaryContract.OperationText().Replace("\"answer\"", $$"""
            "rules": [{ "id": "r", "level": "should", "sentence": "the rule holds", {{rule}} }], "answer"
            """);
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Structure).Write(TemporaryContract.Operation, operation);
        var catalog = contract.Load();
        var exchange = Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First() with
        {
            Operation = catalog["sample/query-sample"],
            Parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
        };
        exchange = Bodies.Edit(exchange, body => body["data"] = JsonSerializer.SerializeToNode(JsonDocument.Parse(data).RootElement));

        new Judge(catalog, new JudgeOptions(), [exchange]).Examine(exchange).Verdicts
            .Single(found => found.Requirement.Id == "sample/query-sample!r").Kind.Should().Be(verdict);
    }

    [TestCase("\"kind\":\"echo\",\"places\":[\"/data/id\"]", "needs 'parameter'")]
    [TestCase("\"kind\":\"count-of\",\"within\":\"/data\",\"count\":\"/count\"", "two of count, sum and list")]
    [TestCase("\"kind\":\"mirrors\"", "not one of schema, echo")]
    [TestCase("\"kind\":\"echo\",\"parameter\":\"id\",\"places\":[\"/data/ident\"]", "/data/ident, which is not documented")]
    public void Rule_that_lacks_something_is_refused(string rule, string problem)
    {
        var operation = TemporaryContract.OperationText().Replace("\"answer\"", $$"""
            "rules": [{ "id": "r", "level": "should", "sentence": "the rule holds", {{rule}} }], "answer"
            """);
        using var contract = new TemporaryContract().Write(TemporaryContract.Structure, Structure).Write(TemporaryContract.Operation, operation);
        contract.Problems().Should().Contain(found => found.File == TemporaryContract.Operation && found.Problem.Contains(problem));
    }
}
