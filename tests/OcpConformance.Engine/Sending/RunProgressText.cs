using System.Globalization;

namespace OcpConformance.Engine.Sending;

/// <summary>How far a run is, in one line.</summary>
public static class RunProgressText
{
    /// <summary>Writes the line.</summary>
    /// <param name="progress">How far the run is.</param>
    /// <param name="elapsed">How long it has taken so far.</param>
    public static string Of(RunProgress progress, TimeSpan elapsed) => progress.Phase switch
    {
        RunPhase.Preparing => "Preparing",
        RunPhase.Sending => string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Done} of {progress.Planned} exchanges{Violations(progress)}{Left(progress, elapsed)}{Waiting(progress)}"),
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
