using System.Globalization;
using OcpConformance.Cli.Invocation;

namespace OcpConformance.Cli.Output;

/// <summary>
/// Says that work goes on: on a terminal with the seconds that it takes, elsewhere with one line, and in either case only
/// where it takes longer than a second.
/// </summary>
/// <param name="context">Where to say it.</param>
public sealed class Progress(CommandContext context)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Does some work off the calling thread.</summary>
    /// <param name="what">The work in words, like <c>Judging traffic.har</c>.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> OfAsync<T>(string what, Func<T> work, CancellationToken cancellationToken)
    {
        var running = Task.Run(work, cancellationToken);
        var start = context.Clock.GetTimestamp();
        var said = false;
        while (await Task.WhenAny(running, Task.Delay(Step, context.Clock, cancellationToken)).ConfigureAwait(false) != running && !cancellationToken.IsCancellationRequested)
        {
            if (context.ErrorIsTerminal)
            {
                var seconds = (int)context.Clock.GetElapsedTime(start).TotalSeconds;
                await context.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {seconds} s")).ConfigureAwait(false);
            }
            else if (!said)
            {
                await context.Error.WriteLineAsync($"{what} ...").ConfigureAwait(false);
            }

            said = true;
        }

        if (said && context.ErrorIsTerminal)
        {
            await context.Error.WriteLineAsync().ConfigureAwait(false);
        }

        return await running.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
