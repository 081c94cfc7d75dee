using OcpConformance.Contract.Catalog;
using OcpConformance.Engine.Concluding;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Results;

/// <summary>Everything that a run brought.</summary>
/// <param name="Exchanges">What became of each planned exchange, in the order of the plan.</param>
/// <param name="LeftOut">The operations that the release does not have.</param>
/// <param name="Result">The result for the reports, redacted.</param>
public sealed record RunOutcome(IReadOnlyList<ExchangeOutcome> Exchanges, IReadOnlyList<LeftOut> LeftOut, ResultDocument Result)
{
    /// <summary>What the run says about the target.</summary>
    public ConclusionInfo Conclusion => Result.Conclusion;

    /// <summary>The result beside that of an earlier run; null where none was given.</summary>
    public ResultComparison? Comparison { get; init; }
}
