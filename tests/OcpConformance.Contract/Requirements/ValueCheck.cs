using System.Text.Json;

namespace OcpConformance.Contract.Requirements;

/// <summary>A requirement together with the test that decides it for one value.</summary>
/// <param name="Requirement">What is stated.</param>
/// <param name="Accepts">Whether a value satisfies it.</param>
public sealed record ValueCheck(Requirement Requirement, Func<JsonElement, bool> Accepts)
{
    /// <summary>The check that a value must pass before this one says anything about it; null where there is none.</summary>
    public ValueCheck? Behind { get; init; }

    /// <summary>The first release that has the member, where that is assumed, so that its absence says nothing; null where it is not.</summary>
    public Version? AssumedSince { get; init; }
}
