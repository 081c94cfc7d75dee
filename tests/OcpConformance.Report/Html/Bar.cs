namespace OcpConformance.Report.Html;

/// <summary>A part of a bar of the report.</summary>
/// <param name="Sort">What it stands for: a verdict, a level of violations, <c>seen</c> or <c>unseen</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Start">Where it begins, in percent of the bar.</param>
/// <param name="Width">How wide it is, in percent of the bar.</param>
public sealed record BarPart(string Sort, int Count, double Start, double Width);

/// <summary>Lays out stacked bars.</summary>
internal static class Bar
{
    private const double Whole = 100;
    private const double Narrowest = 0.8;

    /// <summary>The parts of a bar, side by side. However small a part is beside the others, it is seen.</summary>
    public static IReadOnlyList<BarPart> Of(params (string Sort, int Count)[] parts)
    {
        var shown = parts.Where(part => part.Count > 0).ToList();
        if (shown.Count == 0)
        {
            return [];
        }

        var total = shown.Sum(part => (double)part.Count);
        var widths = shown.Select(part => Math.Max(Narrowest, Math.Round(part.Count * Whole / total, 1))).ToList();
        widths[widths.IndexOf(widths.Max())] += Whole - widths.Sum();
        return [.. shown.Select((part, index) => new BarPart(part.Sort, part.Count, Math.Round(widths.Take(index).Sum(), 1), Math.Round(widths[index], 1)))];
    }
}
