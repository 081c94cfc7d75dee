using OcpConformance.Report.Model;

namespace OcpConformance.Report.Bundle;

/// <summary>What became of the verification of a bundle.</summary>
/// <param name="Problems">Why it does not verify; none where it does.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="HasSignature">Whether somebody signed it, checked or not.</param>
/// <param name="SignedBy">Id of the key whose signature was checked and holds; null where there is none.</param>
/// <param name="Result">The result in it; null where it cannot be read.</param>
public sealed record BundleVerification(IReadOnlyList<BundleProblem> Problems, int Files, bool HasSignature, string? SignedBy, ResultDocument? Result)
{
    /// <summary>Whether every file is as it was packed, and the signature holds where a key was given.</summary>
    public bool Verifies => Problems.Count == 0;
}
