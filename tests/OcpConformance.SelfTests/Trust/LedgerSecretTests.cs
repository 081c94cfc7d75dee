using System.Text.Json;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Trust;

public sealed class LedgerSecretTests
{
    private const string Password = "canary p@ss/wörd";
    private const string Refusal = "not deleted: the ledger does not hold its id, which may be a secret; delete it by hand";

    private static readonly HashSet<Effect> ReadWriteDestroy = [Effect.Read, Effect.Write, Effect.Destroy];

    [TestCase(Password, Password)]
    [TestCase("canary-token-17", Password)]
    [TestCase("b", "b")]
    [TestCase("4711", "4711")]
    [TestCase("17", "17")]
    public async Task Id_that_may_be_a_secret_is_not_noted_and_what_it_names_is_deleted_all_the_same(string id, string password)
    {
        await using var server = Naming(id);
        using var folder = new TemporaryFolder();
        await CreateAsync(server, folder, password);
        var ledger = await File.ReadAllLinesAsync(folder.File(WriteLedger.FileName));

        server.RequestLines.Should().Contain($"DELETE /api/v2/compute/regions/{Uri.EscapeDataString(id)} HTTP/1.1");
        ledger.Should().Contain(line => line.Contains("\"event\":\"created\"") && line.Contains($"\"key\":\"{Redactor.Mark}\""));
        ledger.Should().Contain(line => line.Contains("\"method\":\"DELETE\"") && line.Contains($"\"path\":\"/api/v2/compute/regions/{Redactor.Mark}\""));
        ledger.Select(line => JsonSerializer.Deserialize<LedgerEntry>(line, WriteLedger.Json)!).Should().NotContain(entry => entry.Key == id || $"{entry.Path}".EndsWith($"/{id}"));
        CanarySearch.Found(CanarySearch.Files(folder.File(".")), [("id", Password)]).Should().BeEmpty();
    }

    [Test]
    public async Task Cleanup_leaves_what_has_such_an_id_and_says_so()
    {
        await using var server = Naming("canary-token-17");
        using var folder = new TemporaryFolder();
        await CreateAsync(server, folder, Password);
        var lines = await File.ReadAllLinesAsync(folder.File(WriteLedger.FileName));

        await IsRefusedAsync(server, folder.Write("open.jsonl", string.Join('\n', lines.Where(line => !line.Contains("\"event\":\"undone\"")))));
    }

    [Test]
    public async Task Cleanup_leaves_what_stands_in_an_object_with_such_an_id()
    {
        await using var server = Naming("1");
        using var folder = new TemporaryFolder();
        var entry = new LedgerEntry { Time = default, Run = "r", Event = LedgerEntry.Sending, Operation = "tenant/create-database", Method = "POST", Target = server.Url.GetLeftPart(UriPartial.Authority), Path = $"/api/v2/ob/clusters/{Redactor.Mark}/tenants/2/databases", Kind = "database", Name = "ocpconf_r" };

        await IsRefusedAsync(server, folder.Write("open.jsonl", JsonSerializer.Serialize(entry, WriteLedger.Json)));
    }

    [TestCase("17", "17")]
    [TestCase("ocpconf_r", "ocpconf_r")]
    [TestCase("OCPCONF_R", "OCPCONF_R")]
    [TestCase("ocpconf_s", Redactor.Mark)]
    [TestCase("1e7", Redactor.Mark)]
    public void Id_is_noted_where_it_is_a_number_or_the_name_of_the_run(string id, string noted)
    {
        using var folder = new TemporaryFolder();
        new WriteLedger(folder.File("ledger.jsonl"), "r", new Redactor([]), TimeProvider.System).Create("region", "ocpconf_r", id);
        JsonSerializer.Deserialize<LedgerEntry>(File.ReadAllText(folder.File("ledger.jsonl")), WriteLedger.Json)!.Key.Should().Be(noted);
    }

    private static RawServer Naming(string id) => new((head, stream, token) =>
        stream.WriteAsync(RawServer.Http(200, head.StartsWith("POST ") ? JsonSerializer.Serialize(new { data = new { id } }) : "{}"), token).AsTask());

    private static Task CreateAsync(RawServer server, TemporaryFolder folder, string password) =>
        InProcess.LiveAsync(server.Url, "host/*region*", new RunSettings { Effects = ReadWriteDestroy }, folder.File(WriteLedger.FileName), password);

    private static async Task IsRefusedAsync(RawServer server, string ledger)
    {
        var sent = server.RequestLines.Count;
        var (code, output, _) = await CommandLine.RunAsync(new Dictionary<string, string> { ["OCP_USERNAME"] = "admin", ["OCP_PASSWORD"] = Password }, "cleanup", ledger, "--base-url", server.Url.AbsoluteUri, "--contract", Project.Root);

        code.Should().Be(1);
        output.Should().Contain(Refusal);
        server.RequestLines.Should().HaveCount(sent);
    }
}
