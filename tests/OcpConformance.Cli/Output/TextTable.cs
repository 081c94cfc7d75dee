namespace OcpConformance.Cli.Output;

/// <summary>Columns of text, each as wide as its widest cell, the last one open.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Writes a table.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="head">The first row; null for none.</param>
    /// <param name="rows">The rows, each with the same number of cells.</param>
    public static void Write(TextWriter writer, string[]? head, IEnumerable<string[]> rows)
    {
        List<string[]> all = head is null ? [.. rows] : [head, .. rows];
        var widths = Enumerable.Range(0, all[0].Length).Select(column => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            writer.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
