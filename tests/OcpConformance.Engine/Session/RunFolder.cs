using OcpConformance.Engine.Settings;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;

namespace OcpConformance.Engine.Session;

/// <summary>The files of a run: those of an earlier one are taken back before it, and its own are written behind it.</summary>
/// <param name="front">Who starts the run.</param>
/// <param name="folder">Where to; null where no files are wanted.</param>
/// <param name="wanted">Names of the formats that the settings ask for; null for all.</param>
internal sealed class RunFolder(RunFront front, string? folder, IReadOnlySet<string>? wanted)
{
    private readonly string[] unwritten = [.. front.WrittenElsewhere, .. ReportFormats.LeftOut(wanted)];

    /// <summary>Takes back what an earlier run wrote, and says in its place that this one has not finished.</summary>
    /// <returns>Why it could not; null where it could.</returns>
    public RunProblem? Begin(ResultDocument unfinished)
    {
        RunBundle.Withdraw(front.Source);
        return folder is null ? null : Try(() => ResultFolder.Begin(folder, unfinished, front.Source.PathOf(SettingNames.Replay), unwritten, front.WrittenElsewhere));
    }

    /// <summary>Writes all files, or where there is no room for them the reason.</summary>
    /// <param name="result">The result.</param>
    /// <param name="comparison">The result beside that of an earlier run; null for none.</param>
    /// <param name="earlier">Why there is no result of a run; null where there is.</param>
    /// <param name="unstarted">Makes the result that says why there is no other.</param>
    /// <returns>Why the result could not be written, else the earlier problem, else why something that is made of the result could not be; null where all is well.</returns>
    public RunProblem? Write(ResultDocument result, ResultComparison? comparison, RunProblem? earlier, Func<string, ResultDocument> unstarted)
    {
        var problem = folder is null ? null : Try(() => ResultFolder.Write(folder, result, comparison, CiBuild.Read(front.Environment), unwritten));
        if (problem is not null)
        {
            // Where there is no room for a whole result there may be room for the reason.
            result = unstarted(problem.Text);
            Try(() => ResultFolder.WriteLeast(folder!, result, unwritten));
        }

        // What is made of the result is, whatever became of it.
        var unpacked = RunBundle.Write(front.Source, result) is { } reason ? new RunProblem(reason, IsInput: true) : null;
        var unsaid = AppendToStepSummary(result);
        return problem ?? earlier ?? unpacked ?? unsaid;
    }

    private RunProblem? AppendToStepSummary(ResultDocument result)
    {
        var file = front.Environment.GetValueOrDefault(StepSummary.Variable, string.Empty);
        try
        {
            if (file.Length > 0)
            {
                StepSummary.Append(file, result);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new RunProblem($"{StepSummary.Variable}: the summary cannot be written: {exception.Message} Unset the variable, or name a file that can be written to.", IsInput: true);
        }
    }

    private static RunProblem? Try(Action write)
    {
        try
        {
            write();
            return null;
        }

        // The last is what .NET makes of a file that is larger than the system allows.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return new RunProblem($"Setting {SettingNames.Results}: the result cannot be written: {exception.Message} Name a folder that can be written to.", IsInput: true);
        }
        catch (Exception exception)
        {
            return OwnError.Problem(exception);
        }
    }
}
