using OcpConformance.Cli.Invocation;
using OcpConformance.Cli.Output;

namespace OcpConformance.SelfTests.Commands;

public sealed class ProgressTests
{
    [Test]
    public async Task Work_that_is_done_soon_is_not_announced() => (await SaidAsync(0, terminal: true)).Should().BeEmpty();

    [Test]
    public async Task Long_work_is_one_line_in_a_log() => (await SaidAsync(3, terminal: false)).Should().Be($"Counting ...{Environment.NewLine}");

    [Test]
    public async Task Long_work_counts_seconds_on_a_terminal() =>
        (await SaidAsync(3, terminal: true)).Should().Be($"\rCounting: 0 s\rCounting: 0 s\rCounting: 0 s{Environment.NewLine}");

    [Test]
    public async Task Work_that_fails_fails_as_itself()
    {
        var context = new CommandContext(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>(), TimeProvider.System, ErrorIsTerminal: true);
        var work = () => new Progress(context).OfAsync<int>("Counting", () => throw new InputException("no"), CancellationToken.None);
        await work.Should().ThrowAsync<InputException>();
    }

    private static async Task<string> SaidAsync(int seconds, bool terminal)
    {
        using var error = new StringWriter();
        using var clock = new Hurry(seconds);
        var context = new CommandContext(TextWriter.Null, error, new Dictionary<string, string>(), clock, terminal);
        (await new Progress(context).OfAsync("Counting", clock.Wait, CancellationToken.None)).Should().BeTrue();
        return error.ToString();
    }

    // The seconds pass at once, then the work is done and time stands still; the clock never moves.
    private sealed class Hurry(int seconds) : TimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim passed = new();
        private int left = seconds;

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var passes = Interlocked.Decrement(ref left) >= 0;
            if (!passes)
            {
                passed.Set();
            }

            return base.CreateTimer(callback, state, passes ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
        }

        public bool Wait() => passed.Wait(TimeSpan.FromMinutes(1));

        public void Dispose() => passed.Dispose();
    }
}
