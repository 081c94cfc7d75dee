using System.Globalization;
using System.Net.Security;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.SelfTests.Trust;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed class FirstContactTests
{
    private const string Select = "cluster/query-clusters";
    private const string Page = "<html><body>Welcome</body></html>";

    [TestCase("/api/v2")]
    [TestCase("/api/v2/")]
    [TestCase("/gateway/API/v2/time")]
    public void Base_URL_that_holds_the_root_of_the_API_is_refused(string path)
    {
        var read = () => Read("http://127.0.0.1:1" + path, []);
        read.Should().Throw<SettingsException>().WithMessage("Setting OCP_BASE_URL: it holds /api/v2, which the paths of the operations begin with themselves. Leave /api/v2 and what follows it out, as in https://ocp.example.com:8080.");
    }

    [TestCase(200, "Content-Type: text/html\r\n", "GET /api/v2/ob/clusters shows a page for people (HTTP 200), as another web server or a login page does; write the address of the OCP itself in OCP_BASE_URL.")]
    [TestCase(404, "Content-Type: text/html\r\n", "GET /api/v2/ob/clusters shows a page for people (HTTP 404), as another web server or a login page does; write the address of the OCP itself in OCP_BASE_URL.")]
    [TestCase(302, "Location: /login?token=hidden\r\n", "GET /api/v2/ob/clusters leads to another page (HTTP 302), as another web server or a login page does; write the address of the OCP itself in OCP_BASE_URL.")]
    [TestCase(301, "Location: https://ocp.example.com:8443/hidden\r\n", "GET /api/v2/ob/clusters leads to https://ocp.example.com:8443 (HTTP 301), as another web server or a login page does; write the address of the OCP itself in OCP_BASE_URL.")]
    public async Task Another_server_is_asked_once_and_named(int status, string headers, string sentence)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(status, Page, headers), token).AsTask());
        var outcome = await RunAsync(server.Url.AbsoluteUri, []);

        (outcome.Conclusion.Outcome, outcome.Conclusion.Reason.Text).Should().Be((ConclusionKind.Incomplete, sentence));
        server.RequestLines.Should().Equal("GET /api/v2/ob/clusters HTTP/1.1");
    }

    [Test]
    public async Task User_who_may_not_see_the_first_list_is_tried_with_others()
    {
        await using var server = new RawServer((head, stream, token) => stream.WriteAsync(
            head.StartsWith("GET /api/v2/ob/clusters ", StringComparison.Ordinal) ? RawServer.Http(403, "{}") : RawServer.Http(200, UniformServer.Fresh(UniformServer.EmptyPage)), token).AsTask());
        var outcome = await RunAsync(server.Url.AbsoluteUri, []);

        outcome.Result.Exchanges.Select(exchange => exchange.Id).Take(2).Should().Equal("login", "login/2");
        outcome.Exchanges.Should().Contain(exchange => exchange.Exchange != null, "the run goes on");
    }

    [TestCase("http", true)]
    [TestCase("https", false)]
    public async Task Wrong_scheme_is_named(string scheme, bool secure)
    {
        using var certificate = secure ? Certificates.SelfSigned() : null;
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask(), certificate);
        var outcome = await RunAsync($"{scheme}://localhost:{server.Url.Port}", new() { ["OCP_CONNECT_TIMEOUT_SECONDS"] = "1" });
        var other = secure ? "https" : "http";

        (outcome.Conclusion.Outcome, outcome.Conclusion.Reason.Text).Should().Be((ConclusionKind.Incomplete, $"The target speaks {other} and no {scheme}; write {other}:// in OCP_BASE_URL."));
        server.Heads.Where(head => head.StartsWith("GET ", StringComparison.Ordinal)).Should().NotContain(head => head.Contains("Authorization"));
    }

    [TestCase("HTTP_PROXY")]
    [TestCase("http_proxy")]
    [TestCase("ALL_PROXY")]
    public async Task Target_is_reached_through_the_proxy_that_the_environment_names(string variable)
    {
        await using var proxy = Proxy();
        var outcome = await RunAsync("http://ocp.test:8080", new() { [variable] = Address(proxy), ["no_proxy"] = "example.com" });

        proxy.RequestLines.Should().HaveCountGreaterThan(5).And.OnlyContain(line => line.StartsWith("GET http://ocp.test:8080/api/v2/", StringComparison.Ordinal));
        outcome.Exchanges.Should().Contain(exchange => exchange.Succeeds);
    }

    [Test]
    public async Task Target_with_TLS_is_reached_through_a_tunnel()
    {
        using var certificate = Certificates.SelfSigned("ocp.test");
        await using var proxy = new RawServer(async (head, stream, token) =>
        {
            head.Should().StartWith("CONNECT ocp.test:443 HTTP/1.1\r\n").And.NotContain("Authorization");
            await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), token);
            await using var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, token);
            await secure.ReadAtLeastAsync(new byte[16 * 1024], 1, cancellationToken: token);
            await secure.WriteAsync(RawServer.Http(200, UniformServer.Fresh(UniformServer.EmptyPage)), token);
        });
        var outcome = await RunAsync("https://ocp.test", new() { ["HTTPS_PROXY"] = Address(proxy), ["HTTP_PROXY"] = "http://127.0.0.1:1", ["OCP_TLS_INSECURE"] = "true" });

        outcome.Exchanges.Should().Contain(exchange => exchange.Succeeds);
    }

    [Test]
    public async Task Proxy_that_wants_credentials_gets_those_of_its_address_and_nobody_else_sees_them()
    {
        await using var proxy = Proxy(head => head.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String("kim:hidden word"u8)}", StringComparison.Ordinal));
        var outcome = await RunAsync("http://ocp.test", new() { ["HTTP_PROXY"] = $"http://kim:hidden%20word@localhost:{proxy.Url.Port}" });

        outcome.Exchanges.Should().Contain(exchange => exchange.Succeeds);
        System.Text.Json.JsonSerializer.Serialize(outcome.Result).Should().NotContain("hidden").And.NotContain("Proxy-Auth");
    }

    [TestCase("http://ocp.test", "HTTP_PROXY")]
    [TestCase("https://ocp.test", "HTTPS_PROXY")]
    public async Task Proxy_that_wants_credentials_is_named(string target, string variable)
    {
        await using var proxy = Proxy(_ => false);
        var outcome = await RunAsync(target, new() { [variable] = Address(proxy) });

        outcome.Conclusion.Reason.Text.Should().StartWith($"The target cannot be reached: the proxy {Address(proxy)} that {variable} names ").And.Contain("HTTP 407").And.Contain("http://user:password@host:port");
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
    }

    [TestCase("http://ocp.test", "http_proxy")]
    [TestCase("https://ocp.test", "HTTPS_PROXY")]
    public async Task Proxy_that_cannot_be_reached_is_named(string target, string variable)
    {
        var outcome = await RunAsync(target, new() { [variable] = "127.0.0.1:1" });
        outcome.Conclusion.Reason.Text.Should().StartWith($"The target cannot be reached: the proxy http://127.0.0.1:1 that {variable} names cannot be reached (").And.EndWith("; correct or unset it, or name ocp.test in NO_PROXY.");
    }

    [TestCase("ocp.test", "ocp.test", true)]
    [TestCase("ocp.test", "*", true)]
    [TestCase("a.ocp.test", "x.example, .ocp.test", true)]
    [TestCase("a.ocp.test", "ocp.test", true)]
    [TestCase("OCP.test", "ocp.TEST", true)]
    [TestCase("notocp.test", "ocp.test", false)]
    [TestCase("ocp.test", "a.ocp.test", false)]
    [TestCase("10.1.2.3", "10.1.0.0/16", true)]
    [TestCase("10.2.2.3", "10.1.0.0/16,10.2.2.4", false)]
    [TestCase("[fd00::1]", "fd00::1", true)]
    [TestCase("localhost", "", true)]
    [TestCase("ocp.localhost", "", true)]
    [TestCase("127.8.0.1", "", true)]
    [TestCase("[::1]", "", true)]
    public void Exceptions_and_this_machine_are_reached_directly(string host, string exceptions, bool direct) =>
        (Read($"http://{host}:8080", new() { ["HTTP_PROXY"] = "proxy.test:3128", ["NO_PROXY"] = exceptions }).Proxy is null).Should().Be(direct);

    [Test]
    public void Lower_case_and_the_scheme_come_first()
    {
        var environment = new Dictionary<string, string> { ["HTTPS_PROXY"] = "a:1", ["https_proxy"] = "b:1", ["http_proxy"] = "c:1", ["all_proxy"] = "d:1" };
        Read("https://ocp.test", environment).Proxy!.ToString().Should().Be("the proxy http://b:1 that https_proxy names");
        Read("http://ocp.test", environment).Proxy!.ToString().Should().Be("the proxy http://c:1 that http_proxy names");
    }

    [TestCase("ftp://proxy.test")]
    [TestCase("http://")]
    public void Proxy_that_is_no_address_is_refused_with_the_variable(string address)
    {
        var read = () => Read("http://ocp.test", new() { ["HTTP_PROXY"] = address });
        read.Should().Throw<SettingsException>().WithMessage("Setting HTTP_PROXY: it is no address of a proxy. Write it like http://proxy.example.com:3128, or unset it.");
    }

    private static string Address(RawServer proxy) => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{proxy.Url.Port}");

    private static RawServer Proxy(Func<string, bool>? admits = null) => new((head, stream, token) => stream.WriteAsync(
        admits?.Invoke(head) == false ? RawServer.Http(407, "who?", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n") : RawServer.Http(200, UniformServer.Fresh(UniformServer.EmptyPage)), token).AsTask());

    private static RunSettings Read(string target, Dictionary<string, string> environment) => SettingsReader.Read(
        new SettingSource(new Dictionary<string, string>(environment) { ["OCP_BASE_URL"] = target, ["OCP_USERNAME"] = "ann", ["OCP_PASSWORD"] = "secret-of-ann", ["OCP_SELECT"] = Select }, new Dictionary<string, string>()), Project.Contract);

    private static Task<RunOutcome> RunAsync(string target, Dictionary<string, string> environment)
    {
        var settings = Read(target, environment);
        return new ConformanceRun(Project.Contract, settings, RunTarget.OfSettings(settings), TimeProvider.System).ExecuteAsync(ScenarioPlanner.ForLive(Project.Contract, null, settings), CancellationToken.None);
    }
}
