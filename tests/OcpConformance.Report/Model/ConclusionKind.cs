namespace OcpConformance.Report.Model;

/// <summary>What a run can say about its target. Only <see cref="Conformant"/> is green.</summary>
public enum ConclusionKind
{
    /// <summary>The target holds to the contract, as far as it was exercised.</summary>
    Conformant,

    /// <summary>The target breaks the contract.</summary>
    NonConformant,

    /// <summary>The run cannot say.</summary>
    Incomplete,
}
