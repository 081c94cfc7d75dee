using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Throttling;

/// <summary>
/// Holds the requests of a run back so that a target's limit is kept: while those under way would use up what is left,
/// and after a rejection until the target takes requests again. All of that within a budget, after which nothing is held
/// back any more. Time in which several requests wait counts once, because it is the time that the run takes longer.
/// </summary>
/// <param name="budget">The longest time in all in which requests are held back.</param>
/// <param name="clock">Measures the time.</param>
public sealed class RequestThrottle(TimeSpan budget, TimeProvider clock)
{
    // What a rejection without usable headers means, and the pace at which a new window is felt out.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RateWindow? window;
    private long answers;
    private long underWay;
    private int waiting;
    private int rejections;
    private TimeSpan waitingSince;
    private TimeSpan waited;

    /// <summary>The budget.</summary>
    public TimeSpan Budget => budget;

    /// <summary>How many requests the target rejected with HTTP 429.</summary>
    public int Rejections
    {
        get
        {
            lock (gate)
            {
                return rejections;
            }
        }
    }

    /// <summary>How many requests are held back at the moment.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting;
            }
        }
    }

    /// <summary>How long requests were held back, each moment counted once.</summary>
    public TimeSpan Waited
    {
        get
        {
            lock (gate)
            {
                return WaitedSoFar();
            }
        }
    }

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="notBefore">What <see cref="Leave"/> said, for a request that is sent again; zero for a new one.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    /// <returns>A mark for <see cref="Leave"/>, which must follow.</returns>
    /// <exception cref="OperationCanceledException">The request was given up.</exception>
    public async Task<long> EnterAsync(TimeSpan notBefore, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            TimeSpan pause;
            lock (gate)
            {
                if (HeldUntil(notBefore) is not { } until)
                {
                    underWay++;
                    return answers;
                }

                pause = until - Now;
                change = changed.Task;
                waitingSince = waiting++ == 0 ? Now : waitingSince;
            }

            try
            {
                await PauseAsync(change, pause, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                EndWaiting();
            }
        }
    }

    /// <summary>Takes note of what came of a request.</summary>
    /// <param name="mark">What <see cref="EnterAsync"/> returned.</param>
    /// <param name="answer">The answer; null where none came.</param>
    /// <returns>When to send the request again; null where the answer is the last word.</returns>
    public TimeSpan? Leave(long mark, ExchangeAnswer? answer)
    {
        lock (gate)
        {
            underWay--;
            answers++;
            var again = answer is null ? null : Note(mark, answer);
            changed.SetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return again;
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(start);

    private TimeSpan? Note(long mark, ExchangeAnswer answer)
    {
        var rate = RateLimit.Of(answer);
        if (answer.Status == RateLimit.TooManyRequests)
        {
            rejections++;
            var wait = RetryAfter.Wait(answer, clock.GetUtcNow()) is { } told && told > Pace ? told : Pace;
            window = new RateWindow(rate.Limit, 0, Now + wait, answers);
            return Affordable(window.EndsAt) ? window.EndsAt : null;
        }

        // Answers of requests that were under way together overtake each other; the lesser number is the later one.
        if (rate.Remaining is { } remaining && RetryAfter.Seconds(rate.ResetSeconds) is { } reset
            && (window is null || mark >= window.KnownSince || remaining < window.Remaining))
        {
            window = new RateWindow(rate.Limit, remaining, Now + reset, answers);
        }

        return null;
    }

    private TimeSpan? HeldUntil(TimeSpan notBefore)
    {
        if (window is { } ended && Now >= ended.EndsAt)
        {
            window = ended.Limit is { } limit and > 0 ? ended with { Remaining = limit, EndsAt = Now + Pace } : null;
        }

        var until = window is { } current && underWay >= current.Remaining && current.EndsAt > notBefore ? current.EndsAt : notBefore;
        return until > Now && Affordable(until) ? until : null;
    }

    private bool Affordable(TimeSpan until) => WaitedSoFar() + (until - Now) <= budget;

    private TimeSpan WaitedSoFar() => waited + (waiting > 0 ? Now - waitingSince : TimeSpan.Zero);

    private void EndWaiting()
    {
        lock (gate)
        {
            waited = --waiting == 0 ? waited + (Now - waitingSince) : waited;
        }
    }

    private async Task PauseAsync(Task change, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(pause, clock, ended.Token)).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
