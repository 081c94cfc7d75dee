namespace OcpConformance.Engine.Waivers;

/// <summary>A release, or a range of releases.</summary>
/// <param name="First">The first one; null for no first one.</param>
/// <param name="Last">The last one; null for no last one.</param>
public sealed record WaivedReleases(Version? First, Version? Last)
{
    /// <summary>Reads <c>4.2.2</c>, <c>4.2.0-4.2.2</c>, <c>4.2.0-</c> or <c>-4.2.2</c>.</summary>
    /// <returns>The releases; null where the text is none of this.</returns>
    public static WaivedReleases? Parse(string text)
    {
        var ends = text.Split('-');
        var versions = ends.Select(end => end.Split('.').Length == 3 && Version.TryParse(end, out var version) ? version : null).ToArray();
        var readable = ends.Length <= 2 && ends.Zip(versions).All(end => end.First.Length == 0 || end.Second is not null) && Array.Exists(versions, version => version is not null);
        return !readable || (versions.Length == 2 && versions[0] is { } first && versions[1] is { } last && first > last)
            ? null
            : new WaivedReleases(versions[0], versions[^1]);
    }

    /// <summary>Whether a release is one of them.</summary>
    /// <param name="version">The release; null for the newest that is documented, which is later than every other.</param>
    public bool Include(Version? version) =>
        version is null ? Last is null : (First is null || version >= First) && (Last is null || version <= Last);
}
