namespace OcpConformance.Report.Formats;

/// <summary>One file of a format that consists of several.</summary>
/// <param name="Name">Its name, without any folder.</param>
/// <param name="Content">What it holds.</param>
public sealed record ReportFile(string Name, byte[] Content);
