using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Trust;

public sealed class NoLeakTests
{
    private const string Select = "tenant/change-tenant-password,backup/query-backup-ability";

    private static readonly string[] Schemes = [Canaries.Basic, Canaries.Signed];

    [Test]
    public async Task Artefacts_hold_no_secret([ValueSource(nameof(Schemes))] string scheme)
    {
        await using var server = EchoServer.Start(Known);
        using var folder = new TemporaryFolder();
        var outcome = await RunAsync(new Uri(server.Url, Canaries.Path), scheme == Canaries.Signed, folder);
        Artefacts.Write(outcome.Result, folder);

        Artefacts.Missing(folder, [.. Artefacts.Kinds, WriteLedger.FileName]).Should().BeEmpty();
        EchoServer.Proofs(server, Canaries.Basic).Should().Contain(Canaries.Known.Single(canary => canary.Class == "Basic token").Secret);
        outcome.Result.Exchanges.Should().Contain(exchange => exchange.Request != null && exchange.Request.Body != null && exchange.Request.Body.Contains("newPassword"), "a password must have been sent");
        Leaks(folder, Canaries.With(EchoServer.Proofs(server, Canaries.Signed))).Should().BeEmpty();
    }

    [Test]
    public async Task Artefacts_of_a_process_hold_no_secret([ValueSource(nameof(Schemes))] string scheme)
    {
        await using var server = EchoServer.Start(Known);
        using var folder = new TemporaryFolder();
        var earlier = await RunAsync(new Uri(server.Url, Canaries.Path), scheme == Canaries.Signed, folder);
        var settings = new Dictionary<string, string>(Artefacts.Settings(folder))
        {
            ["OCP_BASE_URL"] = new Uri(server.Url, Canaries.Path).AbsoluteUri,
            ["OCP_AUTH"] = scheme == Canaries.Signed ? "aksk" : "basic",
            ["OCP_USERNAME"] = Canaries.User,
            ["OCP_PASSWORD"] = Canaries.Password,
            ["OCP_ACCESS_KEY_ID"] = Canaries.KeyId,
            ["OCP_ACCESS_KEY_SECRET"] = Canaries.KeySecret,
            ["OCP_SELECT"] = Select,
            ["OCP_EFFECTS"] = "write",
            ["OCP_CLUSTER_ID"] = "1",
            ["OCP_TENANT_ID"] = "2",
            ["OCP_BASELINE"] = folder.Write("baseline.json", ResultJson.Write(earlier.Result)),
        };
        var (exitCode, output, _) = await SuiteProcess.RunAsync(settings, "--logger", $"trx;LogFileName={Artefacts.Trx}", "--results-directory", folder.File("trx"));
        folder.Write(Artefacts.Console, output);

        exitCode.Should().NotBe(0);
        Artefacts.Missing(folder, Artefacts.KindsOfProcess).Should().BeEmpty();
        Leaks(folder, Canaries.With(EchoServer.Proofs(server, Canaries.Signed))).Should().BeEmpty();
    }

    [Test]
    public async Task Target_that_cannot_be_reached_is_named_without_secrets()
    {
        using var folder = new TemporaryFolder();
        var outcome = await RunAsync(new Uri($"http://127.0.0.1:1/{Canaries.Path}"), false, folder);
        Artefacts.Write(outcome.Result, folder);
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        Leaks(folder, Canaries.Known).Should().BeEmpty();
    }

    [Test]
    public async Task Handshake_that_fails_is_told_without_secrets()
    {
        await using var server = EchoServer.Start(certificate: Certificates.SelfSigned());
        using var folder = new TemporaryFolder();
        var outcome = await RunAsync(new Uri(server.Url, Canaries.Path), true, folder);
        Artefacts.Write(outcome.Result, folder);
        outcome.Conclusion.Reason.Text.Should().Contain("TLS");
        Leaks(folder, Canaries.Known).Should().BeEmpty();
    }

    [TestCase("OCP_BASE_URL", $"https://{Canaries.User}:{Canaries.KeySecret}@ocp.example.com")]
    [TestCase("OCP_BASE_URL", $"ftp://ocp.example.com/{Canaries.KeySecret}")]
    [TestCase("OCP_TIMEOUT", Canaries.KeySecret)]
    [TestCase("OCP_USERNAME", $"{Canaries.User}:x")]
    [TestCase("OCP_ACCESS_KEY_ID", $"{Canaries.KeyId}\n")]
    public void Setting_that_is_refused_is_named_without_secrets(string setting, string value)
    {
        var given = new Dictionary<string, string> { ["OCP_BASE_URL"] = "https://ocp.example.com", ["OCP_USERNAME"] = Canaries.User, ["OCP_PASSWORD"] = Canaries.Password, ["OCP_ACCESS_KEY_ID"] = Canaries.KeyId, ["OCP_ACCESS_KEY_SECRET"] = Canaries.KeySecret };
        given[setting] = value;
        var source = new SettingSource(given, new Dictionary<string, string>());
        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(source, Project.Contract))!.Message;
        using var folder = new TemporaryFolder();
        Artefacts.Write(UnstartedRun.Result(problem, source, Accepted.Start), folder);

        problem.Should().Contain(setting);
        Leaks(folder, Canaries.Known).Should().BeEmpty();
    }

    [Test]
    public async Task Redaction_takes_the_smaller_part_of_a_run()
    {
        // The least of several rounds, because whatever else the machine does falls upon either side.
        var (redaction, whole) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 5; round++)
        {
            var run = (await InProcess.MockAsync("tenant/*")).Result;
            var redactor = new Redactor(Enumerable.Range(0, 200).Select(number => $"signature-number-{number}"), Project.Contract.SecretNames);
            var start = TimeProvider.System.GetTimestamp();
            run.Exchanges.SelectMany(exchange => new[] { exchange.Answer?.Body, exchange.Request?.Body, exchange.Curl }).OfType<string>().ToList().ForEach(text => redactor.Redact(text));
            redaction = Math.Min(redaction, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            whole = Math.Min(whole, run.DurationMs);
        }

        TestContext.Out.WriteLine($"{redaction / whole:0.00} of a run");
        (redaction / whole).Should().BeLessThan(0.5);
    }

    private static string Known => $" {Canaries.User} {Canaries.Password} {Canaries.KeySecret} ";

    private static async Task<RunOutcome> RunAsync(Uri url, bool signs, TemporaryFolder folder)
    {
        var effects = new HashSet<Effect> { Effect.Read, Effect.Write };
        var settings = new RunSettings
        {
            BaseUrl = url,
            Effects = effects,
            Select = Select.Split(','),
            ResourceValues = new Dictionary<string, string> { ["cluster.id"] = "1", ["tenant.id"] = "2" },
            Given = new Dictionary<string, string> { ["OCP_BASE_URL"] = url.AbsoluteUri },
        };
        var target = RunTarget.WithBasic(TargetKind.Live, url, Canaries.User, Canaries.Password) with { AccessKey = new AccessKeyCredentials(Canaries.KeyId, Canaries.KeySecret), Signs = signs };
        var plan = ScenarioPlanner.ForLive(Project.Contract, Project.Fixtures, settings);
        return await new ConformanceRun(Project.Contract, settings, target, TimeProvider.System, folder.File(WriteLedger.FileName)).ExecuteAsync(plan, CancellationToken.None);
    }

    private static IReadOnlyList<string> Leaks(TemporaryFolder folder, IReadOnlyList<(string Class, string Secret)> canaries) =>
        [.. CanarySearch.Found(CanarySearch.Files(folder.File(".")), canaries).Take(20)];
}
