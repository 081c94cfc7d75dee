using System.Text.Json.Nodes;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Waivers;

namespace OcpConformance.SelfTests.Support;

/// <summary>Files of waivers as tests write them.</summary>
internal static class WaiverText
{
    public const string Mode = "backup/query-backup-ability#/data/backupMode:enum";

    /// <summary>A waiver that is right on 2026-01-15, with members changed: null removes one.</summary>
    public static JsonObject One(params (string Name, string? Value)[] changes)
    {
        var waiver = new JsonObject
        {
            ["requirement"] = Mode,
            ["target"] = "mock",
            ["reason"] = "Known since the spring",
            ["owner"] = "Kim",
            ["ticket"] = "OCP-7",
            ["expires"] = "2026-03-01",
        };
        foreach (var (name, value) in changes)
        {
            waiver.Remove(name);
            if (value is not null)
            {
                waiver[name] = value;
            }
        }

        return waiver;
    }

    public static string File(params JsonNode[] waivers) => new JsonObject { ["waivers"] = new JsonArray(waivers) }.ToJsonString();

    /// <summary>Reads a text as the file waivers.json.</summary>
    public static IReadOnlyList<Waiver> Read(string text, string now = "2026-01-15T12:00:00Z")
    {
        var folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        try
        {
            var file = Path.Combine(folder, "waivers.json");
            System.IO.File.WriteAllText(file, text);
            return WaiverReader.Read(file, Project.Contract, new FixedClock(now));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static IReadOnlyList<Waiver> Read(params JsonNode[] waivers) => Read(File(waivers));
}
