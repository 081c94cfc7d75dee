namespace OcpConformance.SelfTests.Oracle;

/// <summary>What both sides say of an answer.</summary>
/// <param name="Trial">The answer.</param>
/// <param name="SuiteRejects">Whether the suite finds that a statement of a schema, of either level, is violated.</param>
/// <param name="Library">What NJsonSchema says.</param>
internal sealed record Compared(Trial Trial, bool SuiteRejects, LibraryVerdict Library)
{
    public bool Differs => Library switch
    {
        LibraryVerdict.Accepts => SuiteRejects,
        LibraryVerdict.Throws => true,
        _ => !SuiteRejects,
    };

    public bool IsListed => Disagreement.Known.Any(known => known.Covers(Trial, Library));

    /// <inheritdoc />
    public override string ToString() => $"{Trial}: the suite {(SuiteRejects ? "rejects" : "accepts")}, NJsonSchema {Library}";
}
