using System.Globalization;

namespace OcpConformance.Report.Formats;

/// <summary>Names inside a sentence.</summary>
public static class NameList
{
    private const int Named = 3;

    /// <summary>The first of some names, and how many more there are.</summary>
    public static string First(IReadOnlyList<string> names) => names.Count <= Named
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more");
}
