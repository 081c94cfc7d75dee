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
        if (context.IsLive)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
            await console.Status().Spinner(Spinner.Known.Dots).StartAsync(Escaped(RunProgressText.Of(progress, TimeSpan.Zero)), context => EveryAsync(progress, running, Blink, line =>
            {
                context.Status(Escaped(line));
                return Task.CompletedTask;
            })).ConfigureAwait(false);
        }
        else
        {
            await EveryAsync(progress, running, Pause, context.Error.WriteLineAsync).ConfigureAwait(false);
        }

        await running.ConfigureAwait(false);
    }

    private async Task EveryAsync(RunProgress progress, Task running, TimeSpan step, Func<string, Task> show)
    {
        var start = context.Clock.GetTimestamp();
        while (await Task.WhenAny(running, Task.Delay(step, context.Clock)).ConfigureAwait(false) != running)
        {
            await show(RunProgressText.Of(progress, context.Clock.GetElapsedTime(start))).ConfigureAwait(false);
        }
    }

    private static string Escaped(string line) => Markup.Escape(line);
}
