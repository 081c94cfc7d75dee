using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;

namespace OcpConformance.Report;

/// <summary>Writes the files of a result.</summary>
public static class ResultFolder
{
    /// <summary>Writes every format into a folder, which is made where it is missing. Files of an earlier run are replaced.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="result">The result.</param>
    /// <param name="comparison">The result beside that of an earlier run; null for none.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static IReadOnlyList<string> Write(string folder, ResultDocument result, ResultComparison? comparison = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var format in ReportFormats.All)
        {
            File.WriteAllBytes(Path.Combine(folder, format.FileName), format.Write(result));
        }

        foreach (var format in ComparisonFormats.All)
        {
            var file = Path.Combine(folder, format.FileName);
            if (comparison is null)
            {
                File.Delete(file);
            }
            else
            {
                File.WriteAllText(file, format.Write(comparison));
            }
        }

        var written = comparison is null ? [] : ComparisonFormats.All.Select(format => format.FileName);
        return [.. ReportFormats.All.Select(format => format.FileName), .. written];
    }
}
