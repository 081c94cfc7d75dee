using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Fixtures;

/// <summary>Starts servers that answer from fixtures, on loopback and with credentials of their own.</summary>
public interface IFixtureServerStarter
{
    /// <summary>Starts one.</summary>
    /// <param name="contract">The operations.</param>
    /// <param name="fixtures">The answers.</param>
    /// <param name="fault">Name of a file of fixtures/faults, by which it misbehaves; null for not at all.</param>
    /// <exception cref="ContractException">There is no such fault, or its file is faulty.</exception>
    /// <exception cref="IOException">It finds no port to listen at.</exception>
    Task<IFixtureServer> StartAsync(ContractCatalog contract, FixtureCatalog fixtures, string? fault);
}
