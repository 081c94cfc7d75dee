using System.Text.Json;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;
using OcpConformance.Engine.Planning;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Trust;

public sealed class DeterminismTests
{
    private static readonly int[] Parallelism = [1, 2, 3, 5, 8, 13, 21, 34, 55, 64];

    [Test]
    public async Task Order_of_sending_and_parallelism_change_nothing_but_times_trace_ids_and_the_port()
    {
        var expected = await InProcess.MockAsync("*");
        for (var seed = 0; seed < Parallelism.Length; seed++)
        {
            var actual = await InProcess.MockAsync(["*"], parallel: Parallelism[seed], order: plan => Shuffled(plan, seed));
            NormalizedResult.Differences(expected.Result, actual.Result)
                .Should().BeEmpty($"seed {seed} and {Parallelism[seed]} exchanges at a time change nothing but: {NormalizedResult.InWords}");
        }
    }

    [Test]
    public async Task Change_of_any_other_value_is_seen()
    {
        var outcome = await InProcess.MockAsync(SampleResults.Operation, FaultLoader.Load(Project.Contract, "foreign-backup-mode"));
        var result = ResultJson.Write(outcome.Result);
        var body = $"/exchanges/{outcome.Result.Exchanges.ToList().FindIndex(exchange => exchange.Id == $"{SampleResults.Operation}/nominal/complete")}/answer/body";

        Unseen(result, Read, JsonEdit.Set).Should().BeEquivalentTo(
            "/startedAt", "/durationMs", "/exchanges/*/startedAt", "/exchanges/*/elapsedMs", "/exchanges/*/request/headers/Date/value", "/exchanges/*/answer/headers/Date/value");
        Unseen(result, run => JsonNode.Parse(Find(run, body)!.GetValue<string>())!, SetInBody).Should().BeEquivalentTo("/timestamp", "/duration", "/traceId");

        static JsonNode Read(JsonNode run) => run;

        void SetInBody(JsonNode run, string pointer, JsonNode? value)
        {
            var content = JsonNode.Parse(Find(run, body)!.GetValue<string>())!;
            JsonEdit.Set(content, pointer, value);
            JsonEdit.Set(run, body, content.ToJsonString(CompactJson.Options));
        }
    }

    // The sorts of values that can be changed without a difference between the normalized results.
    private static List<string> Unseen(byte[] result, Func<JsonNode, JsonNode> read, Action<JsonNode, string, JsonNode?> set)
    {
        var expected = NormalizedResult.Of(JsonNode.Parse(result)!.AsObject());
        var unseen = new List<string>();
        foreach (var (pointer, sort) in Values(read(JsonNode.Parse(result)!)).DistinctBy(value => value.Sort))
        {
            var changed = JsonNode.Parse(result)!.AsObject();
            set(changed, pointer, Other(Find(read(changed), pointer)!.AsValue()));
            if (NormalizedResult.Of(changed) == expected)
            {
                unseen.Add(sort);
            }
        }

        return unseen;
    }

    private static IEnumerable<(string Pointer, string Sort)> Values(JsonNode? node, string pointer = "", string sort = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Values(member.Value, JsonPointer.Append(pointer, member.Key), $"{sort}/{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Values(item, JsonPointer.Append(pointer, index), $"{sort}/{(item as JsonObject)?["name"]?.ToString() ?? "*"}")),
        _ => [(pointer, sort)],
    };

    private static JsonNode? Find(JsonNode root, string pointer) =>
        JsonPointer.Split(pointer).Aggregate<string, JsonNode?>(root, (node, token) => node is JsonArray items ? items[int.Parse(token, null)] : node![token]);

    private static JsonNode? Other(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => $"{value.GetValue<string>()}x",
        JsonValueKind.Number => value.GetValue<decimal>() + 1,
        _ => !value.GetValue<bool>(),
    };

    private static PlannedExchange[] Shuffled(IReadOnlyList<PlannedExchange> plan, int seed)
    {
        var shuffled = plan.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
