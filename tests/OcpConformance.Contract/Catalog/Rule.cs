using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Catalog;

/// <summary>A named rule of an operation that spans several members of an answer.</summary>
/// <param name="Check">The requirement, and the test of the whole answer that decides it.</param>
/// <param name="When">JSON pointers of the members that it speaks of; it is exercised only where all of them occur.</param>
public sealed record Rule(ValueCheck Check, IReadOnlyList<string> When)
{
    /// <summary>The rule as a requirement.</summary>
    public Requirement Requirement => Check.Requirement;
}
