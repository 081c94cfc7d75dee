using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Properties;

public sealed class OwnershipPropertyTests
{
    [Test]
    public void Defect_of_an_accepted_answer_is_reported_by_its_owner_alone() =>
        Property.Holds(GeneratedSchema.Objects(3), generated =>
        {
            using var files = new TemporaryContract().WithStructure(generated.Schema.ToJsonString());
            var contract = files.Load();
            Violated(contract, generated.Value.DeepClone()).Should().BeEmpty();
            foreach (var defect in generated.Defects)
            {
                Violated(contract, Broken(generated.Value, defect)).Should().Equal([$"sample/query-sample#/data{defect.Place}:{defect.Keyword}"], "of {0}", defect);
            }
        }, cases: 12);

    private static JsonNode Broken(JsonNode value, Defect defect)
    {
        var holder = new JsonObject { ["data"] = value.DeepClone() };
        if (defect.With is null)
        {
            JsonEdit.Remove(holder, $"/data{defect.Pointer}");
        }
        else
        {
            JsonEdit.Set(holder, $"/data{defect.Pointer}", defect.With.DeepClone());
        }

        return holder["data"]!.DeepClone();
    }

    private static List<string> Violated(ContractCatalog contract, JsonNode data)
    {
        var body = new JsonObject
        {
            ["data"] = data,
            ["duration"] = 1,
            ["server"] = "a",
            ["status"] = 200,
            ["successful"] = true,
            ["timestamp"] = "2024-05-05T05:05:05Z",
            ["traceId"] = "00000000000000aa",
        };
        var exchange = new Exchange
        {
            Id = "sample/query-sample/nominal",
            Operation = contract["sample/query-sample"],
            Scenario = Scenario.Nominal,
            Request = new ExchangeRequest("GET", new Uri("http://example.invalid/api/v2/sample/7"), []),
            Parameters = new Dictionary<string, string> { ["id"] = "7" },
            Answer = new ExchangeAnswer(200, [new Header("Content-Type", Operation.JsonMediaType)], Encoding.UTF8.GetBytes(body.ToJsonString())),
            StartedAt = Accepted.Start,
            Elapsed = Accepted.Elapsed,
            Origin = ExchangeOrigin.Example,
        };
        return [.. new Judge(contract, new JudgeOptions(), []).Examine(exchange).Verdicts.Where(verdict => verdict.Kind == VerdictKind.Violates).Select(verdict => verdict.Requirement.Id)];
    }
}
