using OcpConformance.Report.Model;

namespace OcpConformance.Report.Formats.Allure;

/// <summary>
/// The result in the format that Allure reads: a test for each exchange with its requirements as steps, and one for the
/// conclusion. Ids are made of names, and those of a run of its start as well, so the same result gives the same files.
/// </summary>
public static class AllureReport
{
    /// <summary>Name of the folder.</summary>
    public const string FolderName = "allure-results";

    /// <summary>Writes the report.</summary>
    /// <param name="result">The result.</param>
    /// <param name="build">The build that the run belongs to; null outside of CI.</param>
    public static IEnumerable<ReportFile> Write(ResultDocument result, CiBuild? build)
    {
        var tests = new AllureTestResults(result);
        return AllureEnvironment.Of(result, build)
            .Concat(AllureConclusion.Of(result))
            .Concat(result.Exchanges.Where(exchange => exchange.Operation is not null).SelectMany(tests.Of));
    }
}
