using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Contract.Judging;

/// <summary>Everything that was made of one exchange.</summary>
/// <param name="Exchange">The evidence.</param>
/// <param name="Verdicts">One verdict for each requirement that applies to it, in the order of the contract.</param>
/// <param name="UndocumentedMembers">Places of members that the contract does not know, <c>*</c> for any item.</param>
/// <param name="UndocumentedValues">Accepted values that the documentation does not list, as <c>place=value</c>.</param>
/// <param name="SeenPlaces">Places of documented members that occurred.</param>
/// <param name="SeenValues">Documented values of enumerations that occurred, by place.</param>
public sealed record Judgement(
    Exchange Exchange,
    IReadOnlyList<Verdict> Verdicts,
    IReadOnlyList<string> UndocumentedMembers,
    IReadOnlyList<string> UndocumentedValues,
    IReadOnlySet<string> SeenPlaces,
    IReadOnlySet<(string Place, string Value)> SeenValues);
