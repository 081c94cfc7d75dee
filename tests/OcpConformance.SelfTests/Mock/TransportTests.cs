using System.Net;
using System.Text.RegularExpressions;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class TransportTests
{
    private const string Ability = "/api/v2/ob/clusters/1001/backup/ability";
    private const string Clusters = "/api/v2/ob/clusters";
    private MockSession mock = null!;

    [OneTimeSetUp]
    public async Task Start() => mock = await MockSession.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [Test]
    public async Task HEAD_is_answered_like_GET_without_a_body()
    {
        var answer = await mock.SendAsync(HttpMethod.Head, Ability, null);
        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Text.Should().BeEmpty();
        answer.Headers["Content-Type"].Should().Be("application/json");
        int.Parse(answer.Headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(100);
    }

    [TestCase(Ability, "GET, HEAD, OPTIONS")]
    [TestCase("/api/v2/ob/clusters/1001/backup/config/backupStrategy", "DELETE, GET, HEAD, OPTIONS, PATCH, POST")]
    public async Task OPTIONS_tells_the_methods_and_nothing_else(string path, string methods)
    {
        var answer = await mock.SendAsync(HttpMethod.Options, path, null);
        answer.Headers["Allow"].Should().Be(methods);
        answer.Text.Should().BeEmpty();
    }

    [Test]
    public async Task Method_that_no_operation_of_the_path_has_is_rejected()
    {
        var answer = await mock.SendAsync(HttpMethod.Put, Ability, "{}");
        answer.Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        answer.Headers["Allow"].Should().Be("GET, HEAD, OPTIONS");
        answer.At("/successful")!.Value.GetBoolean().Should().BeFalse();
    }

    [TestCase($"{Ability}/")]
    [TestCase("/api/v2/ob/clusters//backup/ability")]
    [TestCase("/api/v2//ob/clusters")]
    [TestCase("//api/v2/ob/clusters")]
    [TestCase("/api/v2/no/such/path")]
    [TestCase("/")]
    public async Task Path_of_another_form_gets_the_page_of_the_console(string path)
    {
        // HttpClient would take two slashes at the start for a host.
        var answer = await mock.GetAsync($"{mock.Server.Url.GetLeftPart(UriPartial.Authority)}{path}");
        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Text.Should().StartWith("<!DOCTYPE html>");
    }

    [Test]
    public async Task Long_answer_is_compressed_for_who_asks()
    {
        var plain = await mock.GetAsync(Clusters);
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler) { BaseAddress = mock.Server.Url };
        client.DefaultRequestHeaders.Authorization = mock.Client.DefaultRequestHeaders.Authorization;
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br, gzip;q=0.5");
        using var answer = await client.GetAsync(Clusters);

        answer.Content.Headers.ContentEncoding.Should().Equal("gzip");
        using var text = new StreamReader(new System.IO.Compression.GZipStream(await answer.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress));
        WithoutLife(await text.ReadToEndAsync()).Should().Be(WithoutLife(plain.Text));
    }

    [TestCase("identity")]
    [TestCase("gzip;q=0")]
    public async Task Answer_is_plain_for_who_does_not_ask(string coding) => (await mock.GetAsync(Clusters, ("Accept-Encoding", coding))).Headers.Should().NotContainKey("Content-Encoding");

    [Test]
    public async Task Trace_id_of_the_request_comes_back()
    {
        (await mock.GetAsync(Ability, ("x-trace-id", "0123456789abcdef"))).At("/traceId")!.Value.GetString().Should().Be("0123456789abcdef");
        (await mock.GetAsync("/api/v2/ob/clusters/77777/backup/ability", ("X-Trace-Id", "feed"))).At("/traceId")!.Value.GetString().Should().Be("feed");
    }

    [Test]
    public async Task Security_filter_answers_without_trace_and_duration()
    {
        using var anonymous = new HttpClient { BaseAddress = mock.Server.Url };
        anonymous.DefaultRequestHeaders.Add("x-trace-id", "feed");
        (await (await anonymous.GetAsync(Ability)).Content.ReadAsStringAsync()).Should().Contain("\"duration\":0").And.Contain("\"traceId\":\"\"");
    }

    private static string WithoutLife(string text) => Regex.Replace(text, "\"(duration|timestamp|traceId)\":[^,}]+", string.Empty);
}
