namespace OcpConformance.Engine.Settings;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>The candidate that a text differs least from; null where there are none.</summary>
    public static string? Nearest(IEnumerable<string> candidates, string text) => candidates.MinBy(candidate => Distance(candidate, text));

    /// <summary>How many characters must be added, removed or replaced to make one text of the other.</summary>
    public static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
