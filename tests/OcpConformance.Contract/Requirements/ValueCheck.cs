using System.Text.Json;

namespace OcpConformance.Contract.Requirements;

/// <summary>A requirement together with the test that decides it for one value.</summary>
/// <param name="Requirement">What is stated.</param>
/// <param name="Accepts">Whether a value satisfies it.</param>
public sealed record ValueCheck(Requirement Requirement, Func<JsonElement, bool> Accepts);
