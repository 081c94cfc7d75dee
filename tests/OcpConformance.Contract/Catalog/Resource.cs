namespace OcpConformance.Contract.Catalog;

/// <summary>Something that paths and parameters name by its id, and how a live run finds one.</summary>
/// <param name="Name">Its name, like <c>cluster.id</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Setting">The setting that gives it by hand.</param>
/// <param name="Path">Path of the list that has one, with <c>{resource}</c> for others; null where it must be set by hand.</param>
/// <param name="Query">Query of that request.</param>
/// <param name="Pointer">JSON pointer of the id in that answer.</param>
public sealed record Resource(
    string Name, string Title, string Setting, string? Path, IReadOnlyDictionary<string, string> Query, string? Pointer);
