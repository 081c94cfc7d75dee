using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Output;

/// <summary>A way to write a result that takes a folder of its own.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="FolderName">Name of its folder in a result folder.</param>
/// <param name="Write">Makes the files one by one, from the result and the build that it comes from; the build is null outside of CI.</param>
public sealed record ReportFolderFormat(string Name, string FolderName, Func<ResultDocument, CiBuild?, IEnumerable<ReportFile>> Write);
