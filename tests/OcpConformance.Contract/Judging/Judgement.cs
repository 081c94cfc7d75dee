using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Contract.Judging;

/// <summary>Everything that was made of one exchange.</summary>
/// <param name="Exchange">The evidence.</param>
/// <param name="Verdicts">One verdict for each requirement that applies to it, in the order of the contract.</param>
/// <param name="UndocumentedMembers">Places of members that the contract does not know, <c>*</c> for any item.</param>
public sealed record Judgement(Exchange Exchange, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> UndocumentedMembers);
