using OcpConformance.Report.Model;

namespace OcpConformance.Report.Comparison;

/// <summary>Reads results that can stand beside others.</summary>
public static class ComparableResult
{
    /// <summary>Reads a result.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ResultException">It cannot be read, is no result, or the result of a run that judged nothing.</exception>
    public static ResultDocument Read(string file)
    {
        var result = ResultFile.Read(file);
        return result.Requirements.Count > 0
            ? result
            : throw new ResultException(file, "/requirements", $"there is nothing to compare, because the run judged nothing: {result.Conclusion.Reason.Text.TrimEnd('.')}", "Name the result of a run that did");
    }
}
