using OcpConformance.Contract.Catalog;

namespace OcpConformance.Engine.Settings;

/// <summary>What settings are read with.</summary>
/// <param name="Source">Where they are given.</param>
/// <param name="Contract">The contract, whose operations and requirements some of them name.</param>
/// <param name="Clock">The time, by which waivers expire.</param>
internal sealed record SettingContext(SettingSource Source, ContractCatalog Contract, TimeProvider Clock);
