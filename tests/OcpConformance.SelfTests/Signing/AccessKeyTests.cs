using System.Net;
using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Session;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.SelfTests.Signing;

public sealed class AccessKeyTests
{
    private const string Secret = "mock-secret";
    private const string Path = "/api/v2/ob/clusters/1001/backup/ability?x=%20a&x=b";
    private static readonly AccessKeyCredentials Right = new("conformance-key", Secret);
    private MockServer mock = null!;

    [OneTimeSetUp]
    public async Task Start() => mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = "unused", AccessKeySecret = Secret });

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [Test]
    public async Task Signed_request_is_let_in() => (await SendAsync(Right)).Should().Be(HttpStatusCode.OK);

    [Test]
    public async Task Content_type_on_GET_and_own_headers_are_part_of_the_signature() =>
        (await SendAsync(Right, signed: [new("Content-Type", "application/json"), new("x-ocp-origin", "client")])).Should().Be(HttpStatusCode.OK);

    [TestCase(14, HttpStatusCode.OK)]
    [TestCase(-14, HttpStatusCode.OK)]
    [TestCase(16, HttpStatusCode.Unauthorized)]
    [TestCase(-16, HttpStatusCode.Unauthorized)]
    public async Task Date_may_be_fifteen_minutes_off(int minutes, HttpStatusCode status) => (await SendAsync(Right, minutes: minutes)).Should().Be(status);

    [Test]
    public async Task Wrong_secret_is_refused() => (await SendAsync(new AccessKeyCredentials("conformance-key", "another"))).Should().Be(HttpStatusCode.Unauthorized);

    [Test]
    public async Task Unknown_key_is_refused() => (await SendAsync(new AccessKeyCredentials("nobody", Secret))).Should().Be(HttpStatusCode.Unauthorized);

    [Test]
    public async Task Altered_query_is_refused() => (await SendAsync(Right, send: Path + "&y=1")).Should().Be(HttpStatusCode.Unauthorized);

    [Test]
    public async Task Missing_date_is_refused() => (await SendAsync(Right, change: headers => headers.RemoveAll(header => header.Name == "Date"))).Should().Be(HttpStatusCode.Unauthorized);

    [TestCase("OCP-ACCESS-KEY-HMACSHA1", "OCP-ACCESS-KEY-HMACSHA256")]
    [TestCase("OCP-ACCESS-KEY-HMACSHA1", "ocp-access-key-hmacsha1")]
    public async Task Other_name_of_the_algorithm_is_refused(string right, string wrong) =>
        (await SendAsync(Right, change: headers => headers[^1] = headers[^1] with { Value = headers[^1].Value.Replace(right, wrong, StringComparison.Ordinal) })).Should().Be(HttpStatusCode.Unauthorized);

    [Test]
    public async Task Run_with_an_access_key_is_conformant_and_keeps_the_secret()
    {
        var settings = new RunSettings { Select = ["backup/query-*"], UsesAccessKey = true };
        var target = RunTarget.WithAccessKey(TargetKind.Mock, mock.Url, "conformance-key", Secret);
        var outcome = await new ConformanceRun(Project.Contract, settings, target, TimeProvider.System)
            .ExecuteAsync(ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, settings.Select), CancellationToken.None);

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        Encoding.UTF8.GetString(OcpConformance.Report.Model.ResultJson.Write(outcome.Result)).Should().NotContain(Secret).And.NotContain("HMACSHA1 conformance-key");
    }

    [Test]
    public async Task Write_operations_are_signed_with_their_body()
    {
        var settings = new RunSettings { Select = ["host/*"] };
        var target = RunTarget.WithAccessKey(TargetKind.Mock, mock.Url, "conformance-key", Secret);
        var outcome = await new ConformanceRun(Project.Contract, settings, target, TimeProvider.System)
            .ExecuteAsync(ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, settings.Select), CancellationToken.None);

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        outcome.Exchanges.Should().Contain(exchange => exchange.Exchange!.Request.Method == "POST" && exchange.Exchange.Answer!.Status == 200);
    }

    private async Task<HttpStatusCode> SendAsync(AccessKeyCredentials credentials, string send = Path, int minutes = 0, List<Header>? signed = null, Action<List<Header>>? change = null)
    {
        var headers = signed ?? [];
        headers.AddRange(credentials.Headers("GET", new Uri(mock.Url, Path), headers, [], TimeProvider.System.GetUtcNow().AddMinutes(minutes)));
        change?.Invoke(headers);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(mock.Url, send));
        foreach (var header in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                request.Content = new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        return (await client.SendAsync(request)).StatusCode;
    }
}
