namespace OcpConformance.Report.Comparison;

/// <summary>One way to write a comparison.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="FileName">Name of its file in a result folder.</param>
/// <param name="Write">Makes the text.</param>
public sealed record ComparisonFormat(string Name, string FileName, Func<ResultComparison, string> Write);

/// <summary>The formats of a comparison.</summary>
public static class ComparisonFormats
{
    /// <summary>All of them, that for terminals first.</summary>
    public static IReadOnlyList<ComparisonFormat> All { get; } =
    [
        new("text", "comparison.txt", ComparisonText.Write),
        new("markdown", "comparison.md", ComparisonMarkdown.Write),
        new("html", "comparison.html", ComparisonHtml.Write),
    ];
}
