using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Session;

/// <summary>What the program that starts a run gives it. What is judged does not depend on it.</summary>
/// <param name="Source">The settings.</param>
/// <param name="Mock">Makes what starts the embedded mock; only asked for where a run needs one.</param>
public sealed record RunFront(SettingSource Source, Func<IFixtureServerStarter> Mock)
{
    /// <summary>Environment variables, which tell of the build that the run belongs to.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Folder for the result files where no setting names one; null where none are written then.</summary>
    public string? DefaultFolder { get; init; }

    /// <summary>Names of formats that somebody else writes into the folder.</summary>
    public IReadOnlyCollection<string> WrittenElsewhere { get; init; } = [];

    /// <summary>Finds the contract where no setting names one.</summary>
    public Func<IContractFiles> Contract { get; init; } = () => new ContractFolder(ContractRoot.Find(AppContext.BaseDirectory));

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
