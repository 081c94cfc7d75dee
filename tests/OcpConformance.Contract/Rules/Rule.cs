using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Rules;

/// <summary>A named rule of an operation that spans several members of an answer, or answer and request.</summary>
/// <param name="Requirement">What it states.</param>
/// <param name="Check">What decides it.</param>
public sealed record Rule(Requirement Requirement, RuleCheck Check);
