using System.Diagnostics;
using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.SelfTests.Support;
using OcpConformance.SelfTests.Trust;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Runs;

public sealed class CleanupTests
{
    private const string Regions = "/api/v2/compute/regions?page=1&size=2000";

    private MockSession mock = null!;
    private string folder = null!;

    private string Ledger => Path.Combine(folder, WriteLedger.FileName);

    [SetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;
        mock = await MockSession.StartAsync(options: new MockOptions { Password = MockSession.Password, Latency = TimeSpan.FromSeconds(1) });
    }

    [TearDown]
    public async Task Stop()
    {
        await mock.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task What_a_killed_run_created_is_deleted_and_nothing_else()
    {
        var before = await ListedAsync();
        using (var process = Process.Start(SuiteProcess.Info(folder, new() { ["OCP_BASE_URL"] = mock.Server.Url.AbsoluteUri, ["OCP_USERNAME"] = mock.Server.Options.UserName, ["OCP_PASSWORD"] = MockSession.Password, ["OCP_EFFECTS"] = "write,destroy", ["OCP_SELECT"] = "host/*region*" }))!)
        {
            for (var waited = 0; waited < 600 && !(File.Exists(Ledger) && (await File.ReadAllTextAsync(Ledger)).Contains("\"event\":\"created\"")); waited++)
            {
                await Task.Delay(200);
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        (await ListedAsync()).Should().Contain("ocpconf_", "the run was killed before it deleted what it created");
        (await CleanUpAsync("--dry-run")).Should().Match<(int Code, string Output)>(run => run.Code == 1 && run.Output.Contains("a region ocpconf_") && run.Output.Contains("would be deleted"));
        (await CleanUpAsync()).Should().Match<(int Code, string Output)>(run => run.Code == 0 && run.Output.Contains(": deleted") && run.Output.Contains("Nothing is left."));
        (await ListedAsync()).Should().Be(before);
        (await CleanUpAsync()).Should().Be((0, $"Nothing is left.{Environment.NewLine}"));
        (await File.ReadAllTextAsync(Ledger)).Should().NotContain("Basic ").And.NotContain("p\\u00E4ssword").And.NotContain(MockSession.Password);
    }

    [Test]
    public async Task Object_whose_creation_was_not_answered_is_found_by_its_name()
    {
        await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/regions", """{"name":"ocpconf_lost"}""");
        await WriteAsync(Line("sending", "ocpconf_lost"));

        (await CleanUpAsync()).Code.Should().Be(0);
        (await ListedAsync()).Should().NotContain("ocpconf_lost");
    }

    [Test]
    public async Task Object_that_has_another_name_now_is_left_alone()
    {
        await WriteAsync(Line("sending", "ocpconf_old"), Line("created", "ocpconf_old", ",\"key\":\"8\""));
        (await CleanUpAsync()).Should().Match<(int Code, string Output)>(run => run.Code == 1 && run.Output.Contains("8 is another object now"));
    }

    [TestCase("undone", "")]
    [TestCase("answered", ",\"operation\":\"host/create-region\",\"status\":409")]
    public async Task Object_that_was_deleted_or_never_created_is_passed_over(string what, string more)
    {
        await mock.SendAsync(HttpMethod.Post, "/api/v2/compute/regions", """{"name":"ocpconf_kept"}""");
        await WriteAsync(Line("sending", "ocpconf_kept"), Line(what, "ocpconf_kept", more));

        (await CleanUpAsync()).Code.Should().Be(0);
        (await ListedAsync()).Should().Contain("ocpconf_kept");
    }

    [TestCase("not json", "line 1 is no line of a ledger")]
    [TestCase("""{"time":"2026-01-01T00:00:00Z","run":"r","event":"sending","operation":"host/create-region","method":"POST","target":"http://elsewhere","path":"/api/v2/compute/regions","kind":"region","name":"ocpconf_x"}""", "it is about http://elsewhere")]
    public async Task Ledger_that_cannot_be_used_is_refused_with_its_name(string line, string message)
    {
        await WriteAsync(line);
        (await CleanUpAsync()).Should().Match<(int Code, string Output)>(run => run.Code == 2 && run.Output.Contains(Ledger) && run.Output.Contains(message));
    }

    [TestCase("mistyped", null, "The target refuses the user name and password (HTTP 401), so nothing else is sent; correct OCP_USERNAME and OCP_PASSWORD.")]
    [TestCase(null, "mistyped", "The target refuses the access key (HTTP 401), so nothing else is sent; correct OCP_ACCESS_KEY_ID and OCP_ACCESS_KEY_SECRET, and see that the clocks agree.")]
    public async Task Wrong_credentials_are_sent_once_and_delete_nothing(string? password, string? secret, string sentence)
    {
        await using var server = await LockingServer.StartAsync();
        await WriteAsync([.. Enumerable.Range(0, 9).Select(number => Line("sending", $"ocpconf_{number}").Replace(mock.Server.Url.GetLeftPart(UriPartial.Authority), server.Server.Url.GetLeftPart(UriPartial.Authority)))]);
        var credentials = password is not null
            ? new Dictionary<string, string> { ["OCP_USERNAME"] = mock.Server.Options.UserName, ["OCP_PASSWORD"] = password }
            : new Dictionary<string, string> { ["OCP_AUTH"] = "aksk", ["OCP_ACCESS_KEY_ID"] = mock.Server.Options.AccessKeyId, ["OCP_ACCESS_KEY_SECRET"] = secret! };

        (await CleanUpAsync(server.Server.Url, credentials)).Should().Be((2, sentence + Environment.NewLine));
        server.FailedLogins.Should().Be(1);
        server.Server.RequestLines.Should().ContainSingle();
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task Credentials_that_stop_working_stop_the_cleanup(int works)
    {
        await using var server = await LockingServer.StartAsync(works: requests => requests <= works);
        await WriteAsync([.. Enumerable.Range(0, 9).Select(number => Line("sending", $"ocpconf_{number}").Replace(mock.Server.Url.GetLeftPart(UriPartial.Authority), server.Server.Url.GetLeftPart(UriPartial.Authority)))]);
        var (code, output) = await CleanUpAsync(server.Server.Url, new() { ["OCP_USERNAME"] = mock.Server.Options.UserName, ["OCP_PASSWORD"] = InProcess.Password });

        code.Should().Be(1);
        output.Should().Contain("not deleted: HTTP 401").And.Contain("not deleted: the target refused the user name and password 2 times in a row (HTTP 401) that it had accepted before");
        server.FailedLogins.Should().Be(2);
    }

    private Task WriteAsync(params string[] lines) => File.WriteAllLinesAsync(Ledger, lines);

    private string Line(string what, string name, string more = "") => what == "sending"
        ? $$"""{"time":"2026-01-01T00:00:00Z","run":"r","event":"sending","operation":"host/create-region","method":"POST","target":"{{mock.Server.Url.GetLeftPart(UriPartial.Authority)}}","path":"/api/v2/compute/regions","kind":"region","name":"{{name}}"}"""
        : $$"""{"time":"2026-01-01T00:00:00Z","run":"r","event":"{{what}}","kind":"region","name":"{{name}}"{{more}}}""";

    private async Task<string> ListedAsync() => (await mock.GetAsync(Regions)).At("/data/contents")!.Value.GetRawText();

    private Task<(int Code, string Output)> CleanUpAsync(params string[] more) =>
        CleanUpAsync(mock.Server.Url, new() { ["OCP_USERNAME"] = mock.Server.Options.UserName, ["OCP_PASSWORD"] = MockSession.Password }, more);

    private async Task<(int Code, string Output)> CleanUpAsync(Uri url, Dictionary<string, string> environment, params string[] more)
    {
        using var output = new StringWriter();
        var context = CommandContext.OfProcess with { Output = output, Error = output, ErrorIsTerminal = false, Environment = environment };
        var code = await Application.RunAsync(["cleanup", Ledger, "--base-url", url.AbsoluteUri, "--contract", Project.Root, .. more], context);
        return (code, output.ToString());
    }
}
