namespace OcpConformance.Contract.Catalog;

/// <summary>Something that paths and parameters name by its id, and how a live run finds one.</summary>
/// <param name="Name">Its name, like <c>cluster.id</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Setting">The setting that gives it by hand.</param>
/// <param name="Path">Path of the list that has one, with <c>{resource}</c> for others; null where it must be set by hand.</param>
/// <param name="Query">Query of that request.</param>
/// <param name="Pointer">JSON pointer of the id in that answer.</param>
public sealed record Resource(
    string Name, string Title, string Setting, string? Path, IReadOnlyDictionary<string, string> Query, string? Pointer)
{
    /// <summary>Member of the object that has its id; null where no answer shows the object.</summary>
    public string? Member { get; init; }

    /// <summary>Names of the resources that the object belongs to: its id names it only there.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The structures that show the object itself, as <see cref="StructureNode.Origin"/> writes them.</summary>
    public IReadOnlySet<string> Structures { get; init; } = new HashSet<string>();

    /// <summary>What else shows a member of the object: by that member, names of members anywhere, or single places.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Shown { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Names of the members that say how many of them there are.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];
}
