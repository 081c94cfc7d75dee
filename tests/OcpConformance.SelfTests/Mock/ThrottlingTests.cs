using System.Diagnostics;
using System.Net;
using OcpConformance.MockOcp.Hosting;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class ThrottlingTests
{
    private const string Ability = "/api/v2/ob/clusters/1001/backup/ability";
    private readonly ManualClock clock = new();

    private MockOptions Options => new() { Password = MockSession.Password, RateLimit = 2, RateWindow = TimeSpan.FromSeconds(10), Clock = clock };

    [Test]
    public async Task Window_serves_its_limit_and_the_next_window_begins_anew()
    {
        await using var mock = await MockSession.StartAsync(options: Options);
        RateOf(await mock.GetAsync(Ability)).Should().Be((HttpStatusCode.OK, "2", "1", "10"));
        clock.Advance(TimeSpan.FromSeconds(3.5));
        RateOf(await mock.GetAsync(Ability)).Should().Be((HttpStatusCode.OK, "2", "0", "7"));
        RateOf(await mock.GetAsync(Ability)).Should().Be((HttpStatusCode.TooManyRequests, "2", "0", "7"));
        clock.Advance(TimeSpan.FromSeconds(6.5));
        RateOf(await mock.GetAsync(Ability)).Should().Be((HttpStatusCode.OK, "2", "1", "10"));
    }

    [Test]
    public async Task Throttled_request_gets_the_documented_envelope()
    {
        await using var mock = await MockSession.StartAsync(options: Options with { RateLimit = 1 });
        await mock.GetAsync("/api/v2/no/such/path");
        var answer = await mock.GetAsync(Ability, ("x-trace-id", "feed"));

        answer.Number("/status").Should().Be(429);
        answer.Number("/duration").Should().Be(0);
        answer.Number("/error/code").Should().Be(0);
        answer.At("/traceId")!.Value.GetString().Should().BeEmpty();
        answer.At("/successful")!.Value.GetBoolean().Should().BeFalse();
        answer.At("/timestamp")!.Value.GetDateTimeOffset().Should().BeCloseTo(clock.GetUtcNow(), TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task Every_answer_tells_the_allowance()
    {
        await using var mock = await MockSession.StartAsync(options: Options with { RateLimit = 9 });
        using var anonymous = new HttpClient { BaseAddress = mock.Server.Url };
        (await mock.GetAsync("/api/v2/ob/clusters/77777/backup/ability")).Headers["RateLimit-Remaining"].Should().Be("8");
        (await mock.GetAsync("/no/such/path")).Headers["RateLimit-Remaining"].Should().Be("7");
        (await anonymous.GetAsync(Ability)).Headers.GetValues("RateLimit-Remaining").Should().Equal("6");
        (await mock.SendAsync(HttpMethod.Options, Ability, null)).Headers["RateLimit-Remaining"].Should().Be("5");
    }

    [Test]
    public async Task Mock_without_limit_tells_none()
    {
        await using var mock = await MockSession.StartAsync();
        (await mock.GetAsync(Ability)).Headers.Keys.Should().NotContain(name => name.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Test]
    public async Task Fault_changes_what_is_told_to_who_is_throttled()
    {
        await using var mock = await MockSession.StartAsync(MockSession.Fault("throttled", """{ "status": 503, "headers": { "RateLimit-Reset": "" } }"""), Options with { RateLimit = 1 });
        await mock.GetAsync(Ability);
        var answer = await mock.GetAsync(Ability);
        answer.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.Should().ContainKey("RateLimit-Limit").And.NotContainKey("RateLimit-Reset");
    }

    [Test]
    public async Task Latency_delays_each_answer_and_counts_as_its_duration()
    {
        await using var mock = await MockSession.StartAsync(options: new MockOptions { Password = MockSession.Password, Latency = TimeSpan.FromMilliseconds(300) });
        var watch = Stopwatch.StartNew();
        var answer = await mock.GetAsync(Ability);
        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(290));
        answer.Number("/duration").Should().BeGreaterThanOrEqualTo(290);
    }

    private static (HttpStatusCode Status, string Limit, string Remaining, string Reset) RateOf(MockAnswer answer) =>
        (answer.Status, answer.Headers["RateLimit-Limit"], answer.Headers["RateLimit-Remaining"], answer.Headers["RateLimit-Reset"]);
}
