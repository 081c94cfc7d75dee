using OcpConformance.Report.Bundle;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;
using OcpConformance.Transport.Safety;

namespace OcpConformance.SelfTests.Trust;

/// <summary>Everything that a run leaves behind for others to read.</summary>
internal static class Artefacts
{
    /// <summary>Name of the file with what the console showed.</summary>
    public const string Console = "console.txt";

    /// <summary>Name of the file with the report of the runner.</summary>
    public const string Trx = "suite.trx";

    private const string Bundle = "bundle.zip";
    private const string Step = "step.md";

    /// <summary>How the names of the files of one run end, one for each kind.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        .. ReportFormats.All.Select(format => format.FileName), "-result.json", "-attachment.md", "-attachment.txt",
        .. ComparisonFormats.All.Select(format => format.FileName), Step, $"{Bundle}/manifest.json", $"{Bundle}/{Vocabulary.ResultFile}",
    ];

    /// <summary>Kinds that only a run writes that may change something, or that the runner writes.</summary>
    public static IReadOnlyList<string> KindsOfProcess { get; } = [.. Kinds, WriteLedger.FileName, Console, Trx];

    /// <summary>Writes all that is made from a result.</summary>
    public static void Write(ResultDocument result, TemporaryFolder folder)
    {
        ResultFolder.Write(folder.File("."), result, ResultComparison.Of(result, result));
        StepSummary.Append(folder.File(Step), result);
        folder.Write(Bundle, AcceptanceBundle.Write(ResultJson.Write(result), result));
    }

    /// <summary>Where settings of a process put the files that it does not write by itself.</summary>
    public static Dictionary<string, string> Settings(TemporaryFolder folder) => new()
    {
        ["OCP_RESULTS"] = folder.File("results"),
        ["OCP_BUNDLE"] = folder.File(Bundle),
        [StepSummary.Variable] = folder.Write(Step, string.Empty),
    };

    /// <summary>Kinds of which a folder has no file.</summary>
    public static IEnumerable<string> Missing(TemporaryFolder folder, IEnumerable<string> kinds)
    {
        var names = CanarySearch.Files(folder.File(".")).Select(file => file.Name).ToList();
        return kinds.Where(kind => !names.Exists(name => name.EndsWith(kind, StringComparison.Ordinal)));
    }
}
