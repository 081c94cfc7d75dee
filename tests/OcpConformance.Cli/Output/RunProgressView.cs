using OcpConformance.Cli.Invocation;
using System.Globalization;
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
            await console.Status().Spinner(Spinner.Known.Dots).StartAsync(Escaped(Line(progress, TimeSpan.Zero)), context => EveryAsync(progress, running, Blink, line =>
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
            await show(Line(progress, context.Clock.GetElapsedTime(start))).ConfigureAwait(false);
        }
    }

    private static string Escaped(string line) => Markup.Escape(line);

    private static string Line(RunProgress progress, TimeSpan elapsed) => progress.Phase switch
    {
        RunPhase.Preparing => "Preparing",
        RunPhase.Sending => string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Planned} exchanges{Violations(progress)}{Left(progress, elapsed)}{Waiting(progress)}"),
        RunPhase.Concluding => $"Concluding{Violations(progress)}",
        _ => "Writing the results",
    };

    private static string Violations(RunProgress progress) => progress.Violations switch
    {
        0 => ", no violation so far",
        1 => ", 1 violation so far",
        var many => string.Create(CultureInfo.InvariantCulture, $", {many} violations so far"),
    };

    // As if the rest took as long as what is done; before something is, nothing can be said.
    private static string Left(RunProgress progress, TimeSpan elapsed) => progress.Done == 0 ? string.Empty : string.Create(
        CultureInfo.InvariantCulture, $", about {Math.Ceiling(elapsed.TotalSeconds * (progress.Planned - progress.Done) / progress.Done)} s left");

    private static string Waiting(RunProgress progress) => progress.Waiting == 0 ? string.Empty : ", waiting because the target limits requests";
}
