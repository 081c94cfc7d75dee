namespace OcpConformance.SelfTests.Support;

/// <summary>A clock that stands still until a test moves it. Timers run by the real time.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long ticks = System.GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref ticks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
