namespace OcpConformance.SelfTests.Structure;

/// <summary>One folder of a project uses another.</summary>
/// <param name="From">The folder that uses; empty for the root.</param>
/// <param name="To">The folder that is used.</param>
/// <param name="Reason">The file, and what it names.</param>
internal sealed record FolderUse(string From, string To, string Reason)
{
    public override string ToString() => $"{Shown(From)} -> {Shown(To)} ({Reason})";

    /// <summary>
    /// Which folders of a project use which: by a using line, by a type of an outer namespace, or by a name with a namespace
    /// before it. A global using counts for the folder of its file.
    /// </summary>
    public static IReadOnlyList<FolderUse> In(string project)
    {
        var root = Path.GetFileName(project);
        var files = SourceFile.In(project);
        var folders = files.Select(file => file.Folder).ToHashSet(StringComparer.Ordinal);
        var types = files.SelectMany(file => file.Types.Select(type => (Type: type, file.Folder)))
            .ToLookup(entry => entry.Type, entry => entry.Folder, StringComparer.Ordinal);
        return
        [
            .. files.SelectMany(file => Named(file, root, folders, types).Where(used => used.Folder != file.Folder)
                .Select(used => new FolderUse(file.Folder, used.Folder, $"{file.Name} names {used.Word}"))
                .DistinctBy(use => use.To)),
        ];
    }

    private static IEnumerable<(string Folder, string Word)> Named(
        SourceFile file, string root, IReadOnlySet<string> folders, ILookup<string, string> types)
    {
        foreach (var name in file.Usings.Where(name => name == root || name.StartsWith($"{root}.", StringComparison.Ordinal)))
        {
            var below = name[root.Length..].TrimStart('.');
            yield return (folders.Contains(below) ? below : below[..Math.Max(0, below.LastIndexOf('.'))], name);
        }

        foreach (var word in file.Words)
        {
            var parts = word.Split('.');
            foreach (var outer in types[parts[0]].Where(folder => IsOuter(folder, file.Folder)))
            {
                yield return (outer, parts[0]);
            }

            for (var index = 1; index < parts.Length; index++)
            {
                var before = string.Join('.', parts[..index]);
                foreach (var qualified in types[parts[index]].Where(folder => folder.Length > 0 && EndsWith(before, folder)))
                {
                    yield return (qualified, word);
                }
            }
        }
    }

    private static bool IsOuter(string folder, string of) => folder.Length == 0 || of.StartsWith($"{folder}.", StringComparison.Ordinal);

    private static bool EndsWith(string name, string folder) => name == folder || name.EndsWith($".{folder}", StringComparison.Ordinal);

    private static string Shown(string folder) => folder.Length == 0 ? "the root" : folder;
}
