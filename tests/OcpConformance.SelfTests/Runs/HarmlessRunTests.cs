using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed class HarmlessRunTests
{
    private static readonly string[] Effects = ["write", "destroy", "disrupt"];

    private static IEnumerable<string> Combinations =>
        Enumerable.Range(0, 8).Select(bits => string.Join(',', Effects.Where((_, place) => (bits & (1 << place)) != 0)));

    // What the socket saw is held against the contract alone, and not against what the run says of itself.
    [TestCaseSource(nameof(Combinations))]
    public async Task Target_receives_only_what_the_effects_allow(string words)
    {
        var effects = words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => Enum.Parse<Effect>(word, ignoreCase: true)).Append(Effect.Read).ToHashSet();
        var folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{\"data\":{\"contents\":[{\"id\":42,\"name\":\"n\"}]}}"), token).AsTask());
        await InProcess.LiveAsync(server.Url, "*", new RunSettings { Effects = effects }, Path.Combine(folder, WriteLedger.FileName));
        var ledger = Directory.Exists(folder) && File.Exists(Path.Combine(folder, WriteLedger.FileName)) ? await File.ReadAllLinesAsync(Path.Combine(folder, WriteLedger.FileName)) : [];
        Directory.Delete(folder, recursive: true);

        server.RequestLines.Should().HaveCountGreaterThan(100).And.OnlyContain(line => Allowed(line, effects));
        server.Heads.Where(head => head.StartsWith("GET ")).Should().NotContain(head => head.Contains("Content-Length:") || head.Contains("Transfer-Encoding:"), "no request that reads has a body");
        server.RequestLines.Count(line => !line.StartsWith("GET ") && !line.StartsWith("HEAD ") && !line.StartsWith("OPTIONS "))
            .Should().Be(ledger.Count(line => line.Contains("\"event\":\"sending\"")), "each stands in the ledger");
    }

    [Test]
    public async Task Request_that_changes_something_stands_in_the_ledger_before_it_is_on_the_wire()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        var seen = string.Empty;
        await using var server = new RawServer(async (_, stream, token) =>
        {
            seen = await File.ReadAllTextAsync(file, token);
            await stream.WriteAsync(RawServer.Http(200, "{}"), token);
        });
        var ledger = new WriteLedger(file, "r", new Redactor([]), TimeProvider.System);
        using var client = new TargetClient(new TargetOptions { BaseUrl = server.Url, AllowedEffects = new HashSet<Effect> { Effect.Write }, Guarded = true, Ledger = ledger }, TimeProvider.System);
        await client.SendAsync(new OutgoingRequest("POST", "/x?y=z", Effect.Write) { Note = new WriteNote("a/b", "region", "ocpconf_r") }, CancellationToken.None);
        File.Delete(file);

        seen.Should().Contain("\"event\":\"sending\"").And.Contain("\"path\":\"/x\"").And.Contain("ocpconf_r").And.NotContain("answered");
    }

    [TestCase(null)]
    [TestCase("/dev/null/ledger.jsonl")]
    public async Task Request_that_cannot_be_noted_is_not_sent(string? file)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask());
        var ledger = file is null ? null : new WriteLedger(file, "r", new Redactor([]), TimeProvider.System);
        using var client = new TargetClient(new TargetOptions { BaseUrl = server.Url, AllowedEffects = new HashSet<Effect> { Effect.Write }, Guarded = true, Ledger = ledger }, TimeProvider.System);
        var send = () => client.SendAsync(new OutgoingRequest("POST", "/x", Effect.Write), CancellationToken.None);

        await send.Should().ThrowAsync<SafetyException>().WithMessage("*ledger*");
        server.RequestLines.Should().BeEmpty();
    }

    private static bool Allowed(string line, HashSet<Effect> effects)
    {
        var (method, path) = (line.Split(' ')[0], line.Split(' ')[1].Split('?')[0]);
        return method switch
        {
            "GET" => Project.Contract.Find(method, path) is not var (read, _) || effects.Contains(read.Effect),
            "HEAD" or "OPTIONS" => effects.Contains(Effect.Write),
            _ => Project.Contract.Find(method, path) is var (operation, _) && effects.Contains(operation.Effect == Effect.Read ? Effect.Write : operation.Effect),
        };
    }
}
