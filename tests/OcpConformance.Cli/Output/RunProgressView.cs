using OcpConformance.Cli.Invocation;
using OcpConformance.Engine.Sending;
using Spectre.Console;

namespace OcpConformance.Cli.Output;

/// <summary>
/// Shows how far a run is: on a terminal a line that changes, elsewhere a line every few seconds. Where there is nothing to wait
/// for, nothing is shown.
/// </summary>
/// <param name="context">Where to show it.</param>
internal sealed class RunProgressView(CommandContext context)
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Waits for a run, and shows how far it is.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="running">The run.</param>
    public async Task WatchAsync(RunProgress progress, Task running)
    {
        if (!context.IsLive)
        {
            await progress.WatchAsync(running, Pause, context.Clock, context.Error.WriteLineAsync).ConfigureAwait(false);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        var first = Markup.Escape(RunProgressText.Of(progress, TimeSpan.Zero));
        await console.Status().Spinner(Spinner.Known.Dots).StartAsync(first, status => progress.WatchAsync(running, Blink, context.Clock, line =>
        {
            status.Status(Markup.Escape(line));
            return Task.CompletedTask;
        })).ConfigureAwait(false);
    }
}
