namespace OcpConformance.Report.Formats;

/// <summary>What a target answered, without what would move a cursor or break a page.</summary>
internal static class OneLine
{
    public static string Of(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
