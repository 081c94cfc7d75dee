using System.Globalization;
using System.Net;
using System.Text.Json;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Signing;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class ClientTests
{
    private MockSession mock = null!;

    private static IEnumerable<string> Handing => Project.Fixtures.Fixtures
        .Where(fixture => fixture.Operation.Method != "GET" && Project.Contract.Schemas.Files[fixture.Operation.File].GetRawText().Contains("task/TaskInstance.schema.json", StringComparison.Ordinal))
        .Select(fixture => fixture.Operation.Id)
        .Distinct();

    [OneTimeSetUp]
    public async Task Start() => mock = await MockSession.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [TestCaseSource(nameof(Handing))]
    public async Task Task_that_is_handed_out_is_polled_until_it_is_finished(string operation)
    {
        var fixture = Project.Fixtures.Of(Project.Contract[operation]).First();
        var target = RequestParameters.PathAndQuery(fixture.Operation.Path.Fill(fixture.PathValues), fixture.Query);
        var answer = await mock.SendAsync(new HttpMethod(fixture.Operation.Method), target, fixture.RequestBody?.GetRawText());
        var task = answer.At("/data/contents/0") ?? answer.At("/data")!.Value;

        var id = task.GetProperty("id").GetInt64();
        (await PollAsync($"/api/v2/tasks/{id}", task)).Should().Equal("RUNNING", "SUCCESSFUL");
        (await PollAsync($"/api/v2/tasks/instances/{id}", task)).Should().Equal("SUCCESSFUL");
    }

    [Test]
    public async Task Task_that_nobody_handed_out_is_unknown() => (await mock.GetAsync("/api/v2/tasks/999999")).Status.Should().Be(HttpStatusCode.NotFound);

    [Test]
    public async Task Task_of_a_fixture_is_answered_at_both_paths() =>
        (await mock.GetAsync("/api/v2/tasks/57325")).At("/data")!.Value.GetRawText().Should().Be((await mock.GetAsync("/api/v2/tasks/instances/57325")).At("/data")!.Value.GetRawText());

    [Test]
    public async Task Signing_client_may_send_a_content_type_on_GET_and_its_origin()
    {
        using var client = new HttpClient { BaseAddress = mock.Server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/ob/clusters?size=100&page=1") { Content = new ByteArrayContent([]) };
        Header[] headers = [new("Content-Type", "application/json"), new("x-ocp-origin", "assistant"), new("Date", TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture))];
        var message = SignedMessage.Of("GET", "/api/v2/ob/clusters?size=100&page=1", mock.Server.Url.Authority, headers, []);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", headers[0].Value);
        request.Headers.Add("x-ocp-origin", headers[1].Value);
        request.Headers.TryAddWithoutValidation("Date", headers[2].Value);
        request.Headers.TryAddWithoutValidation("Authorization", $"{SignedMessage.Scheme} conformance-key:{SignedMessage.Sign(message, MockSession.Password)}");

        (await client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task Time_needs_no_credentials()
    {
        using var anonymous = new HttpClient { BaseAddress = mock.Server.Url };
        DateTimeOffset.Parse(await anonymous.GetStringAsync("/api/v2/time"), CultureInfo.InvariantCulture).Should().BeAfter(DateTimeOffset.UnixEpoch);
    }

    [Test]
    public async Task Answers_are_compact_and_rejections_have_an_error_status()
    {
        (await mock.GetAsync("/api/v2/ob/clusters")).Text.Should().Contain("\"successful\":true").And.Contain("\"contents\":[{");
        ((int)(await mock.GetAsync("/api/v2/ob/clusters/77777")).Status).Should().BeInRange(400, 499);
    }

    private async Task<IReadOnlyList<string>> PollAsync(string path, JsonElement task)
    {
        var seen = new List<string>();
        while (seen.LastOrDefault() is not ("SUCCESSFUL" or "FAILED") && seen.Count < 5)
        {
            var answer = await mock.GetAsync(path);
            answer.Number("/data/id").Should().Be(task.GetProperty("id").GetInt64());
            answer.At("/data/name")!.Value.GetString().Should().Be(task.GetProperty("name").GetString());
            seen.Add(answer.At("/data/status")!.Value.GetString()!);
        }

        return seen;
    }
}
