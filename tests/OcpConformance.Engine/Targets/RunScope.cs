using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Engine.Targets;

/// <summary>What a run covers.</summary>
/// <param name="Contract">The contract of the release.</param>
/// <param name="Release">The release.</param>
/// <param name="Source">Where the release comes from, in words.</param>
/// <param name="LeftOut">The operations that the release does not have.</param>
public sealed record RunScope(ContractCatalog Contract, Release Release, string Source, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The scope for a release.</summary>
    /// <param name="whole">The whole contract.</param>
    /// <param name="given">The version that a setting gives; null where none does.</param>
    /// <param name="reported">The version that the target reports; null where it does not.</param>
    /// <param name="edition">The edition.</param>
    public static RunScope For(ContractCatalog whole, Version? given, Version? reported, Edition edition)
    {
        var usable = reported >= Release.OldestVersion ? reported : null;
        var source = given is not null ? "set by hand"
            : usable is not null ? "reported by the target"
            : reported is not null ? $"the newest that is documented, because the target reports {reported}, which is older than {Release.OldestVersion}"
            : "the newest that is documented";
        var release = new Release(given ?? usable, edition);
        var (contract, leftOut) = ContractLoader.Select(whole, release);
        return new RunScope(contract, release, source, leftOut);
    }
}
