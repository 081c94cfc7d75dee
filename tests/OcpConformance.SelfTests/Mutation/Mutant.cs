using OcpConformance.Contract.Exchanges;

namespace OcpConformance.SelfTests.Mutation;

/// <summary>An accepted exchange with one defect.</summary>
/// <param name="Requirement">Id of the requirement that must report it, alone.</param>
/// <param name="Description">The defect.</param>
/// <param name="Exchange">The exchange.</param>
/// <param name="Other">The accepted exchange that it is judged beside; null where it is judged alone.</param>
internal sealed record Mutant(string Requirement, string Description, Exchange Exchange, Exchange? Other = null);
