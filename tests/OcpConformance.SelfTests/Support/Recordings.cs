using System.Text.Json.Nodes;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;

namespace OcpConformance.SelfTests.Support;

/// <summary>Runs over recorded answers of a contract that a test wrote.</summary>
internal static class Recordings
{
    /// <summary>Judges successes with some data, all of GET /api/v2/sample/1.</summary>
    public static RunOutcome Judge(ContractCatalog contract, RunSettings settings, params string[] data) =>
        Judge(contract, settings, [.. data.Select((text, index) => Entry(200, $$"""{"data":{{text}},"duration":1,"server":"a","status":200,"successful":true,"timestamp":"2026-01-15T12:00:00Z","traceId":"{{index:x16}}"}"""))]);

    /// <summary>Judges answers that are rejections.</summary>
    public static RunOutcome JudgeRejection(ContractCatalog contract) => Judge(contract, new RunSettings(),
        [Entry(404, """{"error":{"code":1,"message":"no"},"duration":1,"server":"a","status":404,"successful":false,"timestamp":"2026-01-15T12:00:00Z","traceId":""}""")]);

    private static RunOutcome Judge(ContractCatalog contract, RunSettings settings, JsonNode[] entries)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.har");
        File.WriteAllText(file, new JsonObject { ["log"] = new JsonObject { ["entries"] = new JsonArray(entries) } }.ToJsonString());
        try
        {
            var complete = settings with { Replay = file };
            return new RecordedRun(contract, complete, new FixedClock("2026-01-15T12:00:00Z")).Execute(RecordedTraffic.Read(contract, file, complete.Select));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonObject Entry(int status, string body) => new()
    {
        ["startedDateTime"] = "2026-01-15T12:00:00Z",
        ["time"] = 100,
        ["request"] = new JsonObject { ["method"] = "GET", ["url"] = "https://ocp.example.com/api/v2/sample/1", ["headers"] = new JsonArray() },
        ["response"] = new JsonObject
        {
            ["status"] = status,
            ["headers"] = new JsonArray(new JsonObject { ["name"] = "Content-Type", ["value"] = "application/json" }),
            ["content"] = new JsonObject { ["size"] = body.Length, ["text"] = body },
        },
    };
}
