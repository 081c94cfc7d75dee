using OcpConformance.Transport.Throttling;

namespace OcpConformance.Engine.Sending;

/// <summary>How far a run is. Written by the run and read by whoever shows it, at any time.</summary>
public sealed class RunProgress
{
    private int phase;
    private int planned;
    private int done;
    private int violations;
    private volatile RequestThrottle? throttle;

    /// <summary>What the run is at.</summary>
    public RunPhase Phase
    {
        get => (RunPhase)Volatile.Read(ref phase);
        set => Volatile.Write(ref phase, (int)value);
    }

    /// <summary>How many exchanges the run intends.</summary>
    public int Planned
    {
        get => Volatile.Read(ref planned);
        set => Volatile.Write(ref planned, value);
    }

    /// <summary>How many of them are over, or turned out to be blocked.</summary>
    public int Done => Volatile.Read(ref done);

    /// <summary>How many violations their answers showed, a requirement counted in each exchange.</summary>
    public int Violations => Volatile.Read(ref violations);

    /// <summary>How many requests are held back at the moment because the target limits them.</summary>
    public int Waiting => throttle?.Waiting ?? 0;

    /// <summary>Waits for a run, and says again and again how far it is.</summary>
    /// <param name="running">The run.</param>
    /// <param name="step">The time from one word to the next.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="show">Takes a line.</param>
    public async Task WatchAsync(Task running, TimeSpan step, TimeProvider clock, Func<string, Task> show)
    {
        var start = clock.GetTimestamp();
        while (await Task.WhenAny(running, Task.Delay(step, clock)).ConfigureAwait(false) != running)
        {
            await show(RunProgressText.Of(this, clock.GetElapsedTime(start))).ConfigureAwait(false);
        }

        await running.ConfigureAwait(false);
    }

    /// <summary>An exchange is over.</summary>
    /// <param name="violated">How many requirements it violates.</param>
    public void Finish(int violated)
    {
        Interlocked.Add(ref violations, violated);
        Interlocked.Increment(ref done);
    }

    /// <summary>Says what holds requests back.</summary>
    internal void Watch(RequestThrottle holding) => throttle = holding;
}
