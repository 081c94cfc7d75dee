using Microsoft.Extensions.Time.Testing;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Transport.Throttling;

namespace OcpConformance.SelfTests.Transport;

public sealed class RequestThrottleTests
{
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 23, 59, 58, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Start);

    [Test]
    public async Task Nothing_is_held_back_where_the_target_names_no_limit()
    {
        var throttle = Throttle();
        throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(200));
        for (var i = 0; i < 100; i++)
        {
            throttle.EnterAsync(TimeSpan.Zero, default).IsCompletedSuccessfully.Should().BeTrue();
        }

        throttle.Waited.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public async Task Request_is_held_back_while_those_under_way_use_up_what_is_left()
    {
        var throttle = Throttle();
        throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(200, "3", "2", "30"));
        var first = await throttle.EnterAsync(TimeSpan.Zero, default);
        await throttle.EnterAsync(TimeSpan.Zero, default);
        var third = throttle.EnterAsync(TimeSpan.Zero, default);

        third.IsCompleted.Should().BeFalse();
        throttle.Leave(first, Answer(200, "3", "2", "30"));
        await third.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Request_waits_for_the_next_window_where_nothing_is_left()
    {
        var throttle = Throttle();
        throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(200, "3", "0", "30"));
        var next = throttle.EnterAsync(TimeSpan.Zero, default);

        clock.Advance(TimeSpan.FromSeconds(29));
        next.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        await next.WaitAsync(TimeSpan.FromSeconds(10));
        throttle.Waited.Should().Be(TimeSpan.FromSeconds(30));
        throttle.Rejections.Should().Be(0);
    }

    [Test]
    public async Task Answer_that_was_overtaken_does_not_raise_what_is_left()
    {
        var throttle = Throttle();
        var slow = await throttle.EnterAsync(TimeSpan.Zero, default);
        var fast = await throttle.EnterAsync(TimeSpan.Zero, default);
        throttle.Leave(fast, Answer(200, "9", "0", "30"));
        throttle.Leave(slow, Answer(200, "9", "1", "30"));

        throttle.EnterAsync(TimeSpan.Zero, default).IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task Time_in_which_several_requests_wait_counts_once()
    {
        var throttle = Throttle();
        throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(200, "9", "0", "30"));
        var waiting = Enumerable.Range(0, 5).Select(_ => throttle.EnterAsync(TimeSpan.Zero, default)).ToList();
        clock.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(10));

        throttle.Waited.Should().Be(TimeSpan.FromSeconds(30));
    }

    // The rejection comes at 23:59:58.
    [TestCase("7", null, null, 7)]
    [TestCase("7", "20", null, 7)]
    [TestCase(null, "20", null, 20)]
    [TestCase("Fri, 01 Mar 2024 00:00:08 GMT", null, null, 10)]
    [TestCase("Fri, 01 Mar 2024 01:00:08 GMT", null, "Fri, 01 Mar 2024 01:00:05 GMT", 3)]
    [TestCase("Fri, 01 Mar 2019 00:00:08 GMT", null, null, 1)]
    [TestCase("soon", "20", null, 20)]
    [TestCase("-5", "-5", null, 1)]
    [TestCase("0", null, null, 1)]
    [TestCase(null, "1.5", null, 1)]
    [TestCase(null, null, null, 1)]
    public async Task Rejected_request_is_sent_again_when_the_target_says(string? retryAfter, string? reset, string? date, int seconds)
    {
        var throttle = Throttle();
        var again = throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(429, null, null, reset, retryAfter, date));

        again.Should().Be(TimeSpan.FromSeconds(seconds));
        throttle.Rejections.Should().Be(1);
    }

    [TestCase("999999999999")]
    [TestCase("99999999999999999999")]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT")]
    [TestCase("301")]
    public async Task Rejection_is_the_last_word_where_the_wait_exceeds_the_budget(string retryAfter)
    {
        var throttle = Throttle();
        var again = throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(429, null, null, "301", retryAfter));

        again.Should().BeNull();
        throttle.EnterAsync(TimeSpan.Zero, default).IsCompletedSuccessfully.Should().BeTrue("nothing is held back in vain");
    }

    [Test]
    public async Task Rejection_after_rejection_ends_with_the_budget()
    {
        var throttle = Throttle(seconds: 10);
        TimeSpan? again = TimeSpan.Zero;
        for (var sent = 0; again is { } moment; sent++)
        {
            var entering = throttle.EnterAsync(moment, default);
            clock.Advance(TimeSpan.FromSeconds(sent == 0 ? 0 : 4));
            again = throttle.Leave(await entering.WaitAsync(TimeSpan.FromSeconds(10)), Answer(429, null, null, "4"));
        }

        throttle.Rejections.Should().Be(3);
        throttle.Waited.Should().Be(TimeSpan.FromSeconds(8));
    }

    [Test]
    public async Task Requests_after_a_rejection_wait_as_well_and_then_keep_to_the_limit()
    {
        var throttle = Throttle();
        throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(429, "2", "0", "5"));
        var waiting = Enumerable.Range(0, 3).Select(_ => throttle.EnterAsync(TimeSpan.Zero, default)).ToList();
        clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAny(waiting).WaitAsync(TimeSpan.FromSeconds(10));

        await Task.Delay(50);
        waiting.Count(entering => entering.IsCompleted).Should().Be(2);
    }

    [Test]
    public async Task Request_that_is_given_up_waits_no_longer()
    {
        var throttle = Throttle();
        throttle.Leave(await throttle.EnterAsync(TimeSpan.Zero, default), Answer(200, "3", "0", "30"));
        using var giveUp = new CancellationTokenSource();
        var next = throttle.EnterAsync(TimeSpan.Zero, giveUp.Token);
        await giveUp.CancelAsync();

        await next.Invoking(entering => entering).Should().ThrowAsync<OperationCanceledException>();
        clock.Advance(TimeSpan.FromSeconds(5));
        throttle.Waited.Should().Be(TimeSpan.Zero);
    }

    private RequestThrottle Throttle(int seconds = 300) => new(TimeSpan.FromSeconds(seconds), clock);

    private static ExchangeAnswer Answer(int status, string? limit = null, string? remaining = null, string? reset = null, string? retryAfter = null, string? date = null)
    {
        (string Name, string? Value)[] headers =
            [(RateLimit.LimitHeader, limit), (RateLimit.RemainingHeader, remaining), (RateLimit.ResetHeader, reset), ("Retry-After", retryAfter), ("Date", date)];
        return new ExchangeAnswer(status, [.. headers.Where(header => header.Value is not null).Select(header => new Header(header.Name, header.Value!))], default);
    }
}
