namespace OcpConformance.Contract.Schemas;

/// <summary>One thing that is wrong in a contract file.</summary>
/// <param name="File">The file, relative to the root of the contract.</param>
/// <param name="Place">JSON pointer into it, or a line; empty for the whole file.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ContractProblem(string File, string Place, string Problem, string Remedy)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}{(Place.Length == 0 ? string.Empty : $" at {Place}")}: {Problem}. {Remedy}.";
}
