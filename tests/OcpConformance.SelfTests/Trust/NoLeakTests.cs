using System.Text;
using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Running;
using OcpConformance.Engine.Settings;
using OcpConformance.Report;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Trust;

public sealed class NoLeakTests
{
    private const string User = "canary-user-2b71";
    private const string Password = "canary p@ss\"wö/rd+<3";
    private const string KeyId = "CANARYKEYID0417";
    private const string KeySecret = "canary/secret+key<8";
    private const string Path = "canary-path-6d20";
    private const string InRequest = "Example-0nly#7";
    private const string Select = "tenant/change-tenant-password,backup/query-backup-ability";

    private static readonly (string Class, string Secret)[] Known =
    [
        ("user", User), ("password", Password), ("Basic token", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))),
        ("access key id", KeyId), ("access key secret", KeySecret), ("secret in the base URL", Path),
        ("cookie", EchoServer.Cookie), ("token in an answer", EchoServer.Token), ("short password in an answer", EchoServer.Pin),
        ("password in a request", InRequest),
    ];

    private static readonly string[] Schemes = ["Basic", "OCP-ACCESS-KEY-HMACSHA1"];

    [Test]
    public async Task Artefacts_hold_no_secret([ValueSource(nameof(Schemes))] string scheme)
    {
        await using var server = EchoServer.Start($" {User} {Password} {KeySecret} ");
        using var folder = new TemporaryFolder();
        var outcome = await RunAsync(new Uri(server.Url, Path), scheme != "Basic", folder);
        Write(outcome.Result, folder);
        var proofs = EchoServer.Proofs(server, scheme).Where(proof => scheme != "Basic" || proof == Known[2].Secret).ToList();

        proofs.Should().NotBeEmpty();
        CanarySearch.Files(folder.File(".")).Select(file => file.Name).Should().Contain(WriteLedger.FileName);
        outcome.Result.Exchanges.Should().Contain(exchange => exchange.Request != null && exchange.Request.Body != null && exchange.Request.Body.Contains("newPassword"), "a password must have been sent");
        Leaks(folder, [.. Known, .. proofs.Select(proof => ("signature", proof))]).Should().BeEmpty();
    }

    [Test]
    public async Task Console_and_TRX_hold_no_secret()
    {
        await using var server = EchoServer.Start($" {User} {Password} {KeySecret} ");
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>
        {
            ["OCP_BASE_URL"] = new Uri(server.Url, Path).AbsoluteUri,
            ["OCP_USERNAME"] = User,
            ["OCP_PASSWORD"] = Password,
            ["OCP_ACCESS_KEY_ID"] = KeyId,
            ["OCP_ACCESS_KEY_SECRET"] = KeySecret,
            ["OCP_SELECT"] = Select,
            ["OCP_EFFECTS"] = "write",
            ["OCP_CLUSTER_ID"] = "1",
            ["OCP_TENANT_ID"] = "2",
            ["OCP_RESULTS"] = folder.File("results"),
            ["OCP_BUNDLE"] = folder.File("bundle.zip"),
        };
        var (exitCode, output, _) = await SuiteProcess.RunAsync(settings, "--logger", "trx;LogFileName=suite.trx", "--results-directory", folder.File("trx"));
        folder.Write("console.txt", output);

        exitCode.Should().NotBe(0);
        CanarySearch.Files(folder.File(".")).Select(file => file.Name).Should().Contain(name => name.EndsWith("suite.trx")).And.Contain(name => name.StartsWith("bundle.zip/"));
        Leaks(folder, Known).Should().BeEmpty();
    }

    [Test]
    public async Task Target_that_cannot_be_reached_is_named_without_secrets()
    {
        using var folder = new TemporaryFolder();
        var outcome = await RunAsync(new Uri($"http://127.0.0.1:1/{Path}"), false, folder);
        Write(outcome.Result, folder);
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.Incomplete);
        Leaks(folder, Known).Should().BeEmpty();
    }

    [Test]
    public async Task Handshake_that_fails_is_told_without_secrets()
    {
        await using var server = EchoServer.Start(certificate: Certificates.SelfSigned());
        using var folder = new TemporaryFolder();
        var outcome = await RunAsync(new Uri(server.Url, Path), true, folder);
        Write(outcome.Result, folder);
        outcome.Conclusion.Reason.Should().Contain("TLS");
        Leaks(folder, Known).Should().BeEmpty();
    }

    [TestCase("OCP_BASE_URL", $"https://{User}:{KeySecret}@ocp.example.com")]
    [TestCase("OCP_BASE_URL", $"ftp://ocp.example.com/{KeySecret}")]
    [TestCase("OCP_TIMEOUT", KeySecret)]
    [TestCase("OCP_USERNAME", $"{User}:x")]
    [TestCase("OCP_ACCESS_KEY_ID", $"{KeyId}\n")]
    public void Setting_that_is_refused_is_named_without_secrets(string setting, string value)
    {
        var given = new Dictionary<string, string> { ["OCP_BASE_URL"] = "https://ocp.example.com", ["OCP_USERNAME"] = User, ["OCP_PASSWORD"] = Password, ["OCP_ACCESS_KEY_ID"] = KeyId, ["OCP_ACCESS_KEY_SECRET"] = KeySecret };
        given[setting] = value;
        var source = new SettingSource(given, new Dictionary<string, string>());
        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(source, Project.Contract))!.Message;
        using var folder = new TemporaryFolder();
        Write(UnstartedRun.Result(problem, source, Accepted.Start), folder);

        problem.Should().Contain(setting);
        Leaks(folder, Known).Should().BeEmpty();
    }

    [Test]
    public async Task Redaction_takes_the_smaller_part_of_a_run()
    {
        var run = (await InProcess.MockAsync("tenant/*")).Result;
        var redactor = new Redactor(Enumerable.Range(0, 200).Select(number => $"signature-number-{number}"), Project.Contract.SecretNames);
        var start = TimeProvider.System.GetTimestamp();
        run.Exchanges.SelectMany(exchange => new[] { exchange.Answer?.Body, exchange.Request?.Body, exchange.Curl }).OfType<string>().ToList().ForEach(text => redactor.Redact(text));
        (TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / run.DurationMs).Should().BeLessThan(0.5);
    }

    [Test]
    public void Search_finds_every_spelling()
    {
        var bytes = Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab{Password}")) + Uri.EscapeDataString(Password));
        CanarySearch.Found([("a", bytes)], [("password", Password)]).Should().Equal("a, offset 32: the password, percent-encoded", "a, offset 3: the password, in base64, third alignment");
    }

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
        var target = RunTarget.WithBasic(RunTarget.Live, url, User, Password) with { AccessKey = new AccessKeyCredentials(KeyId, KeySecret), Signs = signs };
        var plan = ScenarioPlanner.ForLive(Project.Contract, Project.Fixtures, settings);
        return await new ConformanceRun(Project.Contract, settings, target, TimeProvider.System, folder.File(WriteLedger.FileName)).ExecuteAsync(plan, CancellationToken.None);
    }

    private static void Write(ResultDocument result, TemporaryFolder folder)
    {
        ResultFolder.Write(folder.File("."), result);
        folder.Write("bundle.zip", AcceptanceBundle.Write(ResultJson.Write(result), result));
    }

    private static IReadOnlyList<string> Leaks(TemporaryFolder folder, IReadOnlyCollection<(string Class, string Secret)> canaries) =>
        [.. CanarySearch.Found(CanarySearch.Files(folder.File(".")), canaries).Take(20)];
}
