namespace OcpConformance.Contract.Catalog;

/// <summary>A contract in a folder.</summary>
/// <param name="root">The folder that holds schemas/ and fixtures/.</param>
public sealed class ContractFolder(string root) : IContractFiles
{
    /// <inheritdoc />
    public string Origin => root;

    /// <inheritdoc />
    public bool HasFolder(string folder) => Directory.Exists(Path.Combine(root, folder));

    /// <inheritdoc />
    public IReadOnlyList<string> Names(string folder) => HasFolder(folder)
        ? [.. Directory.EnumerateFileSystemEntries(Path.Combine(root, folder), "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <inheritdoc />
    public byte[] Read(string name)
    {
        var path = Path.Combine(root, name);
        return Directory.Exists(path) ? throw new IOException("it is a folder with the name of a file") : File.ReadAllBytes(path);
    }
}
