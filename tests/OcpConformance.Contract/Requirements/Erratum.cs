namespace OcpConformance.Contract.Requirements;

/// <summary>A place where the documentation contradicts itself; the contract accepts both readings.</summary>
/// <param name="Documented">What the table says.</param>
/// <param name="Shown">What the sample shows, or what the meaning suggests where no sample shows it.</param>
public sealed record Erratum(string Documented, string Shown);
