using System.Text;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats;

/// <summary>The summary on the page of a build of GitHub Actions.</summary>
public static class StepSummary
{
    /// <summary>Name of the environment variable that says where to.</summary>
    public const string Variable = "GITHUB_STEP_SUMMARY";

    /// <summary>How many bytes GitHub takes of one step; it shows none of a longer summary.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Appends the summary to what the step wrote already, or only the conclusion where there is no room for more.</summary>
    /// <param name="file">The file that the variable names.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="IOException">The file cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written to.</exception>
    public static void Append(string file, ResultDocument result)
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write);
        var room = Limit - stream.Position;
        byte[] separator = stream.Position == 0 ? [] : "\n\n"u8.ToArray();
        byte[][] candidates = [SummaryReport.Write(result), Encoding.UTF8.GetBytes($"# OCP conformance: {result.Conclusion.Outcome.Word()}\n")];
        if (candidates.FirstOrDefault(candidate => separator.Length + candidate.Length <= room) is { } content)
        {
            stream.Write(separator);
            stream.Write(content);
        }
    }
}
