using OcpConformance.Report.Formats;
using OcpConformance.Report.Formats.Allure;
using OcpConformance.Report.Html;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Output;

/// <summary>One way to write a result.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="FileName">Name of its file in a result folder.</param>
/// <param name="Write">Makes the content of the file, from the result alone.</param>
public sealed record ReportFormat(string Name, string FileName, Func<ResultDocument, byte[]> Write);

/// <summary>The formats of a result.</summary>
public static class ReportFormats
{
    /// <summary>Those that consist of one file, the result itself first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("json", Vocabulary.ResultFile, ResultJson.Write),
        new("junit", JUnitReport.FileName, JUnitReport.Write),
        new("sarif", SarifReport.FileName, SarifReport.Write),
        new("summary", SummaryReport.FileName, SummaryReport.Write),
        new("badge", BadgeReport.FileName, BadgeReport.Write),
        new("har", HarReport.FileName, HarReport.Write),
        new("html", HtmlReport.FileName, HtmlReport.Write),
    ];

    /// <summary>Those that consist of a folder.</summary>
    public static IReadOnlyList<ReportFolderFormat> Folders { get; } =
    [
        new("allure", AllureReport.FolderName, AllureReport.Write),
    ];

    /// <summary>The names of all formats.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name), .. Folders.Select(format => format.Name)];

    /// <summary>The names of those that are left out where only some are wanted; the result itself never is.</summary>
    /// <param name="wanted">Names of the formats that are wanted; null for all.</param>
    public static IEnumerable<string> LeftOut(IReadOnlySet<string>? wanted) => wanted is null ? [] : Names.Skip(1).Where(name => !wanted.Contains(name));
}
