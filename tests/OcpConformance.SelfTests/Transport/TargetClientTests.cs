using System.Text;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Redaction;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Transport;

public sealed class TargetClientTests
{
    private static readonly OutgoingRequest Get = new("GET", "/api/v2/time", Effect.Read);

    [Test]
    public async Task Answer_is_kept_byte_for_byte_with_its_headers()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, 0xFF];
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync((byte[])
            [.. "HTTP/1.1 418 Teapot\r\nX-Twice: a\r\nX-Twice: b\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: 4\r\n\r\n"u8, .. body], token).AsTask());
        var record = await SendAsync(server.Url, Get);

        record.Answer!.Status.Should().Be(418);
        record.Answer.Body.ToArray().Should().Equal(body);
        record.Answer.Headers.Where(header => header.Name == "X-Twice").Select(header => header.Value).Should().Equal("a", "b");
        record.Answer.MediaType.Should().Be("application/json");
    }

    [Test]
    public async Task Request_carries_credentials_language_and_nothing_of_the_machine()
    {
        var head = string.Empty;
        await using var server = new RawServer((request, stream, token) =>
        {
            head = request;
            return stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask();
        });
        await SendAsync(server.Url, Get with { PathAndQuery = "/api/v2/x%20y?a=1&b=%2F", Credentials = new BasicCredentials("Aladdin", "open sesame") });

        head.Should().StartWith("GET /api/v2/x%20y?a=1&b=%2F HTTP/1.1\r\n");
        head.Should().Contain("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==").And.Contain("Accept-Language: en-US").And.Contain("Accept: application/json").And.NotContain("Cookie");
    }

    [Test]
    public async Task Redirect_is_an_answer_and_is_not_followed()
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(302, string.Empty, "Location: /elsewhere\r\n"), token).AsTask());
        var record = await SendAsync(server.Url, Get);

        record.Answer!.Status.Should().Be(302);
        server.RequestLines.Should().ContainSingle();
    }

    [Test]
    public async Task Host_name_that_leads_nowhere_is_named() =>
        (await SendAsync(new Uri("http://no-such-host.invalid"), Get)).Failure.Should().Match<TransportFailure>(failure =>
            failure.Kind == FailureKind.NameNotResolved && failure.Message.Text.Contains("no-such-host.invalid"));

    [Test]
    public async Task Port_on_which_nothing_listens_is_named()
    {
        var server = new RawServer((_, _, _) => Task.CompletedTask);
        await server.DisposeAsync();
        (await SendAsync(server.Url, Get)).Failure.Should().Match<TransportFailure>(failure => failure.Kind == FailureKind.ConnectionRefused && failure.Message.Text.Contains("nothing listens"));
    }

    [Test]
    public async Task Server_that_is_silent_runs_into_the_time_limit()
    {
        await using var server = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        (await SendAsync(server.Url, Get, options => options with { ExchangeTimeout = TimeSpan.FromMilliseconds(300) })).Failure!.Kind.Should().Be(FailureKind.Timeout);
    }

    [Test]
    public async Task Body_that_never_ends_runs_into_the_time_limit()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), token);
            while (true)
            {
                await stream.WriteAsync("1\r\nx\r\n"u8.ToArray(), token);
                await Task.Delay(20, token);
            }
        });
        (await SendAsync(server.Url, Get, options => options with { ExchangeTimeout = TimeSpan.FromMilliseconds(400) })).Failure!.Kind.Should().Be(FailureKind.Timeout);
    }

    [Test]
    public async Task Body_over_the_limit_is_not_read()
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, new string('x', 100_000)), token).AsTask());
        (await SendAsync(server.Url, Get, options => options with { MaxBodyBytes = 1000 })).Failure!.Kind.Should().Be(FailureKind.TooLarge);
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", FailureKind.ConnectionLost)]
    [TestCase("", FailureKind.ConnectionLost)]
    [TestCase("SSH-2.0-OpenSSH_9.2\r\n", FailureKind.Protocol)]
    public async Task Answer_that_is_not_whole_is_no_answer(string bytes, FailureKind kind)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), token).AsTask());
        var record = await SendAsync(server.Url, Get);

        record.Answer.Should().BeNull();
        record.Failure!.Kind.Should().Be(kind);
    }

    [TestCase("POST", Effect.Write)]
    [TestCase("DELETE", Effect.Destroy)]
    public async Task Request_that_changes_something_is_sent_once_even_where_the_connection_breaks(string method, Effect effect)
    {
        await using var server = new RawServer((_, stream, _) =>
        {
            RawServer.Reset(stream);
            return Task.CompletedTask;
        });
        await SendAsync(server.Url, new OutgoingRequest(method, "/x", effect), options => options with { AllowedEffects = new HashSet<Effect> { effect } });

        server.Heads.Should().ContainSingle().Which.Should().Contain("Content-Length: 0");
    }

    [TestCase("POST", Effect.Read)]
    [TestCase("POST", Effect.Write)]
    [TestCase("GET", Effect.Disrupt)]
    [TestCase("DELETE", Effect.Destroy)]
    public async Task Guard_lets_nothing_but_reading_through(string method, Effect effect)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask());
        var send = () => SendAsync(server.Url, new OutgoingRequest(method, "/x", effect));

        await send.Should().ThrowAsync<SafetyException>().WithMessage("*OCP_EFFECTS*");
        server.RequestLines.Should().BeEmpty();
    }

    [TestCase(Effect.Write, "POST", Effect.Write, true)]
    [TestCase(Effect.Write, "POST", Effect.Read, true)]
    [TestCase(Effect.Write, "DELETE", Effect.Destroy, false)]
    [TestCase(Effect.Destroy, "DELETE", Effect.Destroy, true)]
    [TestCase(Effect.Destroy, "POST", Effect.Disrupt, false)]
    public async Task Guard_allows_the_effects_that_are_named(Effect allowed, string method, Effect effect, bool sent)
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(200, "{}"), token).AsTask());
        var send = () => SendAsync(server.Url, new OutgoingRequest(method, "/x", effect), options => options with { AllowedEffects = new HashSet<Effect> { Effect.Read, allowed } });

        await (sent ? send.Should().NotThrowAsync() : (Task)send.Should().ThrowAsync<SafetyException>());
        server.RequestLines.Should().HaveCount(sent ? 1 : 0);
    }

    internal static async Task<WireRecord> SendAsync(Uri url, OutgoingRequest request, Func<TargetOptions, TargetOptions>? change = null)
    {
        var options = new TargetOptions { BaseUrl = url, AllowedEffects = new HashSet<Effect> { Effect.Read }, Guarded = true, Ledger = new WriteLedger(Path.Combine(Path.GetTempPath(), "ocp-conformance-self-tests", "client.jsonl"), "r", new Redactor([]), TimeProvider.System) };
        using var client = new TargetClient(change is null ? options : change(options), TimeProvider.System);
        return await client.SendAsync(request, CancellationToken.None);
    }
}
