using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;

namespace OcpConformance.SelfTests.Support;

/// <summary>The contract and the fixtures of this repository, read once.</summary>
internal static class Project
{
    private static readonly Lazy<ContractCatalog> LoadedContract = new(() => ContractLoader.Load(Root));
    private static readonly Lazy<FixtureCatalog> LoadedFixtures = new(() => FixtureLoader.Load(Contract));

    public static string Root => ContractRoot.Find(AppContext.BaseDirectory);

    public static ContractCatalog Contract => LoadedContract.Value;

    public static FixtureCatalog Fixtures => LoadedFixtures.Value;
}
