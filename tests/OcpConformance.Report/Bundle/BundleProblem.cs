namespace OcpConformance.Report.Bundle;

/// <summary>Why a bundle does not verify.</summary>
/// <param name="File">The file at fault.</param>
/// <param name="Text">What is wrong with it.</param>
public sealed record BundleProblem(string File, string Text)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}: {Text}.";
}
