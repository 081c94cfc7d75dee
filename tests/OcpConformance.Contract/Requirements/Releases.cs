using System.Text.Json;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Requirements;

/// <summary>
/// The releases that a contract names. Of a documented one the manual was read; an assumed one stands for everything that
/// only later pages have, and no page says which release that is.
/// </summary>
public sealed class Releases
{
    internal const string File = "schemas/releases.json";
    internal const string DocumentedList = "documented";
    internal const string AssumedList = "assumed";

    private readonly HashSet<Version> documented;
    private readonly HashSet<Version> assumed;

    private Releases(JsonElement file) => (documented, assumed) = (VersionsIn(file, DocumentedList), VersionsIn(file, AssumedList));

    /// <summary>The releases of a contract; null where it lists none, and every release that it names counts as documented.</summary>
    /// <param name="store">Its files.</param>
    public static Releases? In(SchemaStore store) => store.Files.TryGetValue(File, out var file) ? new Releases(file) : null;

    /// <summary>Whether a release is listed at all.</summary>
    public bool Knows(Version release) => documented.Contains(release) || assumed.Contains(release);

    /// <summary>Whether no manual of the release was read.</summary>
    public bool Assumes(Version release) => assumed.Contains(release);

    /// <summary>The releases that are in both lists.</summary>
    internal IEnumerable<Version> Contradictory => documented.Intersect(assumed).Order();

    // The form of the file is checked elsewhere; what is of another form is no release here.
    private static HashSet<Version> VersionsIn(JsonElement file, string list) =>
        file.ValueKind == JsonValueKind.Object && file.TryGetProperty(list, out var versions) && versions.ValueKind == JsonValueKind.Array
            ? [.. versions.EnumerateArray()
                .Where(version => version.ValueKind == JsonValueKind.String)
                .Select(version => Version.TryParse(version.GetString(), out var release) ? release : null)
                .OfType<Version>()]
            : [];
}
