using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Planning;

namespace OcpConformance.Engine.Concluding;

/// <summary>What became of a planned exchange.</summary>
/// <param name="Planned">The plan.</param>
/// <param name="Exchange">The evidence; null where nothing was sent.</param>
/// <param name="Verdicts">One for each requirement that applies, redacted.</param>
/// <param name="BlockedReason">Why nothing was sent; null where something was.</param>
/// <param name="Judgement">What else the answer showed; null where nothing was sent.</param>
public sealed record ExchangeOutcome(
    PlannedExchange Planned, Exchange? Exchange, IReadOnlyList<Verdict> Verdicts, Message? BlockedReason, Judgement? Judgement)
{
    /// <summary>Whether the operation showed what it is documented to show.</summary>
    public bool Succeeds => Verdicts.Any(verdict => verdict.Kind == VerdictKind.Conforms && verdict.Requirement == ProtocolRules.NominalSucceeds);
}
