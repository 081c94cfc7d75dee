using System.Globalization;
using System.Text;
using OcpConformance.Report.Formats;

namespace OcpConformance.Report.Comparison;

/// <summary>A comparison for terminals and logs.</summary>
internal static class ComparisonText
{
    private const int Listed = 100;

    public static string Write(ResultComparison comparison)
    {
        var text = new StringBuilder();
        text.Append($"{comparison.Counts}\n\n");
        Facts(text, [("", "before", "after"), .. ComparedFacts.Of(comparison)]);
        foreach (var warning in ComparedFacts.Warnings(comparison))
        {
            text.Append($"\nNote: {OneLine.Of(warning)}\n");
        }

        foreach (var section in ComparisonSection.Of(comparison))
        {
            Section(text, section);
        }

        return text.ToString();
    }

    private static void Facts(StringBuilder text, IReadOnlyList<(string Name, string Before, string After)> facts)
    {
        var name = facts.Max(fact => fact.Name.Length);
        var before = facts.Max(fact => fact.Before.Length);
        foreach (var fact in facts)
        {
            text.Append($"{fact.Name.PadRight(name)}  {fact.Before.PadRight(before)}  {fact.After}\n");
        }
    }

    private static void Section(StringBuilder text, ComparisonSection section)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{section.Title}: {section.Rows.Count}\n");
        foreach (var row in section.Rows.Take(Listed))
        {
            text.Append($"  {string.Join("  ", row.Take(3).Select(OneLine.Of))}\n");
            foreach (var cell in row.Skip(3).Where(cell => cell.Length > 0))
            {
                text.Append($"      {OneLine.Of(cell)}\n");
            }
        }

        if (section.Rows.Count > Listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  and {section.Rows.Count - Listed} more\n");
        }
    }
}
