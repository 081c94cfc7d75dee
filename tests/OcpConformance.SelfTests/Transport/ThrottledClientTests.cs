using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using OcpConformance.Contract.Catalog;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.SelfTests.Transport;

public sealed class ThrottledClientTests
{
    private static readonly OutgoingRequest Get = new("GET", "/api/v2/time", Effect.Read);

    [Test]
    public async Task Requests_slow_down_before_the_limit_is_hit()
    {
        var clock = new FakeTimeProvider();
        await using var server = Limited(clock, limit: 5);
        using var client = Client(server.Url, clock);
        var start = clock.GetUtcNow();
        await client.SendAsync(Get, CancellationToken.None);
        var sending = Task.WhenAll(Enumerable.Range(0, 32).Select(_ => client.SendAsync(Get, CancellationToken.None)));
        await PassTimeAsync(clock, sending);

        (await sending).Should().OnlyContain(record => record.Answer!.Status == 200);
        client.Throttle.Rejections.Should().BeLessThanOrEqualTo(2, "only requests that cross the end of a window on their way can exceed the limit");
        (clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60), "33 requests need 7 windows of 10 s");
        server.RequestLines.Should().HaveCount(33 + client.Throttle.Rejections);
    }

    [Test]
    public async Task Rejected_request_is_signed_anew_and_its_wait_is_no_part_of_the_exchange()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var heads = new ConcurrentQueue<string>();
        await using var server = new RawServer((head, stream, token) =>
        {
            heads.Enqueue(head);
            return stream.WriteAsync(heads.Count == 1 ? RawServer.Http(429, "{}", "Retry-After: 60\r\n") : RawServer.Http(200, "{}"), token).AsTask();
        });
        using var client = Client(server.Url, clock, options => options with { ExchangeTimeout = TimeSpan.FromSeconds(50) });
        var sending = client.SendAsync(Get with { Credentials = new AccessKeyCredentials("key", "secret") }, CancellationToken.None);
        await PassTimeAsync(clock, sending, () => !heads.IsEmpty);
        var record = await sending;

        record.Answer!.Status.Should().Be(200);
        record.Throttled!.Answer!.Status.Should().Be(429);
        record.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(50));
        record.StartedAt.Should().BeOnOrAfter(record.Throttled.StartedAt.AddSeconds(60));
        heads.Select(Date).Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Request_that_is_sent_again_passes_the_guard_again()
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(429, "{}"), token).AsTask());
        using var client = Client(server.Url, TimeProvider.System);
        var send = () => client.SendAsync(new OutgoingRequest("POST", "/x", Effect.Write), CancellationToken.None);

        await send.Should().ThrowAsync<SafetyException>();
        (await Task.WhenAny(client.Throttle.EnterAsync(TimeSpan.Zero, CancellationToken.None), Task.Delay(5000))).Should().BeAssignableTo<Task<long>>("the held request does not count as under way");
    }

    [Test]
    public async Task Rejection_stays_as_the_answer_where_no_wait_is_allowed()
    {
        await using var server = new RawServer((_, stream, token) => stream.WriteAsync(RawServer.Http(429, "{}", "Retry-After: 1\r\n"), token).AsTask());
        using var client = Client(server.Url, TimeProvider.System, options => options with { RateBudget = TimeSpan.Zero });
        var record = await client.SendAsync(Get, CancellationToken.None);

        record.Answer!.Status.Should().Be(429);
        record.Throttled.Should().BeNull();
        server.RequestLines.Should().ContainSingle();
    }

    private static string Date(string head) => head.Split("\r\n").Single(line => line.StartsWith("Date:", StringComparison.Ordinal));

    // Counts in windows of ten seconds of its own clock.
    private static RawServer Limited(TimeProvider clock, int limit)
    {
        var counts = new ConcurrentDictionary<long, int>();
        return new RawServer((_, stream, token) =>
        {
            var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
            var count = counts.AddOrUpdate(seconds / 10, 1, (_, before) => before + 1);
            var headers = $"RateLimit-Limit: {limit}\r\nRateLimit-Remaining: {Math.Max(0, limit - count)}\r\nRateLimit-Reset: {10 - (seconds % 10)}\r\n";
            return stream.WriteAsync(RawServer.Http(count > limit ? 429 : 200, "{}", headers), token).AsTask();
        });
    }

    private static TargetClient Client(Uri url, TimeProvider clock, Func<TargetOptions, TargetOptions>? change = null)
    {
        var options = new TargetOptions { BaseUrl = url, AllowedEffects = new HashSet<Effect> { Effect.Read }, Guarded = true, ExchangeTimeout = TimeSpan.FromDays(1), ConnectTimeout = TimeSpan.FromMinutes(1) };
        return new TargetClient(change is null ? options : change(options), clock);
    }

    // Lets what needs no time happen, then a second pass.
    private static async Task PassTimeAsync(FakeTimeProvider clock, Task task, Func<bool>? begun = null)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(25));
            if (begun?.Invoke() ?? true)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await task;
    }
}
