using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Session;

/// <summary>Everything that a run needs before it asks anybody.</summary>
/// <param name="Contract">The whole contract.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Plan">The exchanges that the run intends.</param>
/// <param name="Fixtures">The answers of the mock, and the bodies of requests; null where neither is needed.</param>
/// <param name="Traffic">The recording that is judged instead of a server; null where there is none.</param>
internal sealed record RunPreparation(ContractCatalog Contract, RunSettings Settings, IReadOnlyList<PlannedExchange> Plan, FixtureCatalog? Fixtures, RecordedTraffic? Traffic)
{
    /// <summary>Reads contract, settings, recording and fixtures, and plans the run.</summary>
    /// <exception cref="ContractException">The contract is faulty.</exception>
    /// <exception cref="SettingsException">A setting is, or a file that it names.</exception>
    /// <exception cref="HarException">The recording is.</exception>
    public static RunPreparation Of(RunFront front)
    {
        var contract = ContractLoader.Load(front.Source.PathOf(SettingNames.Contract) is { } folder ? new ContractFolder(folder) : front.Contract());
        var settings = SettingsReader.Read(front.Source, contract, front.Clock);
        RunBundle.Check(settings);
        var traffic = settings.Replay is { } file ? RecordedTraffic.Read(contract, file, settings.Select) : null;
        var fixtures = settings.IsMock || settings.Effects.Count > 1 ? FixtureLoader.Load(contract, settings.Select) : null;
        var release = new Release(settings.Version, settings.Edition);
        if (settings.IsMock && release != Release.Newest)
        {
            // A mock is an OCP of the release that is asked for.
            fixtures = fixtures!.For(ContractLoader.Select(contract, release).Contract);
        }

        var plan = traffic?.Plan ?? (settings.IsMock
            ? ScenarioPlanner.ForMock(contract, fixtures!, settings.Select)
            : ScenarioPlanner.ForLive(contract, fixtures, settings));
        return new RunPreparation(contract, settings, plan, fixtures, traffic);
    }
}
