using OcpConformance.Contract.Exchanges;

namespace OcpConformance.SelfTests.Oracle;

/// <summary>An answer that both sides judge.</summary>
/// <param name="Subject">What was changed: the id of a requirement, of a rule, or nothing.</param>
/// <param name="Keyword">The keyword of that requirement, or what else was done.</param>
/// <param name="Description">The change.</param>
/// <param name="Exchange">The exchange with the answer.</param>
/// <param name="Format">The format that the changed value has; null where it has none.</param>
internal sealed record Trial(string Subject, string Keyword, string Description, Exchange Exchange, string? Format = null)
{
    public const string Accepted = "accepted";
    public const string Absent = "absent";
    public const string Rule = "rule";

    /// <inheritdoc />
    public override string ToString() => $"{Exchange.Id}: {Subject} {Keyword}, {Description}";
}
