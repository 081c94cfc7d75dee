using System.Text.Json;

namespace OcpConformance.Contract.Requirements;

/// <summary>A requirement together with the test that decides it for one value.</summary>
/// <param name="Requirement">What is stated.</param>
/// <param name="Accepts">Whether a value satisfies it.</param>
public sealed record ValueCheck(Requirement Requirement, Func<JsonElement, bool> Accepts)
{
    /// <summary>The check that a value must pass before this one says anything about it; null where there is none.</summary>
    public ValueCheck? Behind { get; init; }

    /// <summary>First release of the member, where that is assumed and its absence therefore says nothing; null otherwise.</summary>
    public Version? AssumedSince { get; init; }
}
