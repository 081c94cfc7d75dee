using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class MockServerTests
{
    private const string Ability = "/api/v2/ob/clusters/1001/backup/ability";
    private MockServer mock = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        mock = await MockServer.StartAsync(Project.Contract, Project.Fixtures, new MockOptions { Password = "pässword" });
        client = new HttpClient { BaseAddress = mock.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("conformance:pässword")));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await mock.DisposeAsync();
    }

    [Test]
    public async Task Fixture_is_answered_compact_and_with_a_living_envelope()
    {
        var first = await client.GetStringAsync(Ability);
        var second = await client.GetStringAsync(Ability);

        first.Should().Contain("\"successful\":true").And.NotContain("\n");
        using var one = JsonDocument.Parse(first);
        using var two = JsonDocument.Parse(second);
        one.RootElement.GetProperty("traceId").GetString().Should().MatchRegex("^[0-9a-f]{16}$").And.NotBe(two.RootElement.GetProperty("traceId").GetString());
        one.RootElement.GetProperty("timestamp").GetDateTimeOffset().Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        one.RootElement.GetProperty("data").GetProperty("backupMode").GetString().Should().Be("PHYSICAL_BACKUP");
    }

    [TestCase("/api/v2/ob/clusters/77777/backup/ability", HttpStatusCode.NotFound)]
    [TestCase("/api/v2/ob/clusters/abc/backup/ability", HttpStatusCode.BadRequest)]
    [TestCase("/api/v2/ob/clusters/1.5/backup/ability", HttpStatusCode.BadRequest)]
    public async Task Id_that_no_fixture_has_is_rejected_in_an_envelope(string path, HttpStatusCode status)
    {
        var answer = await client.GetAsync(path);
        answer.StatusCode.Should().Be(status);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"successful\":false").And.Contain("\"message\"");
    }

    [TestCase(null)]
    [TestCase("Basic Y29uZm9ybWFuY2U6d3Jvbmc=")]
    [TestCase("Basic not-base64")]
    [TestCase("Bearer token")]
    public async Task Request_without_valid_credentials_is_rejected(string? authorization)
    {
        using var anonymous = new HttpClient { BaseAddress = mock.Url };
        if (authorization is not null)
        {
            anonymous.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        var answer = await anonymous.GetAsync(Ability);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"successful\":false");
    }

    [Test]
    public async Task Path_that_is_no_operation_gets_the_page_of_the_console()
    {
        var answer = await client.GetAsync("/api/v2/no/such/path");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }
}
