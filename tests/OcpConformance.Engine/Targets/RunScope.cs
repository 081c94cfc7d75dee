using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Engine.Targets;

/// <summary>What a run covers.</summary>
/// <param name="Contract">The contract of the release.</param>
/// <param name="Release">The release.</param>
/// <param name="Source">Where the release comes from.</param>
/// <param name="LeftOut">The operations that the release does not have.</param>
public sealed record RunScope(ContractCatalog Contract, Release Release, Message Source, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The scope for a release.</summary>
    /// <param name="whole">The whole contract.</param>
    /// <param name="given">The version that a setting gives; null where none does.</param>
    /// <param name="reported">The version that the target reports; null where it does not.</param>
    /// <param name="edition">The edition.</param>
    public static RunScope For(ContractCatalog whole, Version? given, Version? reported, Edition edition)
    {
        var usable = reported >= Release.OldestVersion ? reported : null;
        var source = given is not null ? Message.Of("version-set")
            : usable is not null ? Message.Of("version-reported")
            : reported is not null ? Message.Of("version-too-old", $"{reported}", $"{Release.OldestVersion}")
            : Message.Of("version-newest");
        var release = new Release(given ?? usable, edition);
        var (contract, leftOut) = ContractLoader.Select(whole, release);
        return new RunScope(contract, release, source, leftOut);
    }
}
