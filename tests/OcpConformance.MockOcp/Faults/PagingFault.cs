namespace OcpConformance.MockOcp.Faults;

/// <summary>The ways in which pages can be wrong.</summary>
public enum PagingFault
{
    /// <summary>A page begins with the last entry of the page before.</summary>
    Overlapping,

    /// <summary>Later pages tell of more entries than the first.</summary>
    OtherTotals,

    /// <summary>A page behind the last one has the entries of the last one.</summary>
    RepeatsBehindLast,

    /// <summary>Every page is the first.</summary>
    IgnoresPage,

    /// <summary>A size above the documented maximum is served.</summary>
    Unlimited,
}
