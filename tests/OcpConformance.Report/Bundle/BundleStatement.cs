using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Bundle;

/// <summary>Says a result as an in-toto statement. A requirement that was not exercised, or blocked, is in none of its lists.</summary>
internal static class BundleStatement
{
    private const string Passed = "PASSED";
    private const string Warned = "WARNED";
    private const string Failed = "FAILED";

    /// <summary>The statement about a bundle.</summary>
    /// <param name="result">The result.</param>
    /// <param name="manifest">The manifest as it is in the bundle.</param>
    /// <param name="entries">The files that the manifest lists.</param>
    public static InTotoStatement Of(ResultDocument result, BundleFile manifest, IReadOnlyList<ManifestEntry> entries)
    {
        var lists = result.Requirements.ToLookup(requirement => ListOf(requirement, result.Conclusion.Level), requirement => requirement.Id);
        return new InTotoStatement
        {
            Subject = [ResourceDescriptor.WithDigest(manifest.Name, manifest.Sha256), .. entries.Select(entry => ResourceDescriptor.WithDigest(entry.Name, entry.Sha256))],
            Predicate = new TestResultPredicate(
                result.Conclusion.Outcome != ConclusionKind.Conformant ? Failed : lists[Warned].Any() ? Warned : Passed,
                Configuration(result, entries),
                [.. lists[Passed]],
                [.. lists[Warned]],
                [.. lists[Failed]]),
        };
    }

    private static string ListOf(RequirementResult requirement, Level level) => requirement.Verdict switch
    {
        VerdictKind.Conforms => Passed,
        VerdictKind.Waived => Warned,
        VerdictKind.Violates => requirement.Level == Level.Must || level == Level.Should ? Failed : Warned,
        _ => string.Empty,
    };

    private static List<ResourceDescriptor> Configuration(ResultDocument result, IReadOnlyList<ManifestEntry> entries)
    {
        var configuration = new List<ResourceDescriptor> { new("suite", $"pkg:generic/{result.Suite.Name}@{result.Suite.Version}", null, null) };
        if (result.Contract.Digest.Length > 0)
        {
            configuration.Add(ResourceDescriptor.WithDigest("contract", result.Contract.Digest, new Dictionary<string, string>
            {
                ["release"] = result.Contract.Version ?? result.Contract.VersionSource.Text,
                ["edition"] = result.Contract.Edition,
                ["level"] = result.Conclusion.Level.Word(),
            }));
        }

        configuration.AddRange(entries.Where(entry => entry.Name == BundleFile.Waivers).Select(entry => ResourceDescriptor.WithDigest(entry.Name, entry.Sha256)));
        return configuration;
    }
}
