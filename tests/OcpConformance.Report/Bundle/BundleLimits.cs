using OcpConformance.Report.Model;

namespace OcpConformance.Report.Bundle;

/// <summary>How much of a bundle is read, so that a small file cannot unpack into a huge one.</summary>
/// <param name="Files">How many files.</param>
/// <param name="FileBytes">How many bytes of one file.</param>
/// <param name="TotalBytes">How many bytes of all files.</param>
public sealed record BundleLimits(int Files, long FileBytes, long TotalBytes)
{
    /// <summary>What any result fits into.</summary>
    public static BundleLimits Default { get; } = new(100, ResultFile.MaxBytes, 2 * ResultFile.MaxBytes);
}
