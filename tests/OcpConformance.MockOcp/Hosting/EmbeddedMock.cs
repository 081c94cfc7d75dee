using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.MockOcp.Faults;

namespace OcpConformance.MockOcp.Hosting;

/// <summary>Starts the mock inside of the process that judges it.</summary>
public sealed class EmbeddedMock : IFixtureServerStarter
{
    // High enough to throttle nothing, so that its headers are exercised.
    private const int NeverExceeded = 1_000_000;

    /// <inheritdoc />
    public async Task<IFixtureServer> StartAsync(ContractCatalog contract, FixtureCatalog fixtures, string? fault) =>
        await MockServer.StartAsync(contract, fixtures, new MockOptions
        {
            Password = Guid.NewGuid().ToString("N"),
            RateLimit = NeverExceeded,
            Fault = fault is null ? null : FaultLoader.Load(contract, fault),
        }).ConfigureAwait(false);
}
