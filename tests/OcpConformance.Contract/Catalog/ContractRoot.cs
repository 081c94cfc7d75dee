using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Finds the folder that holds the contract.</summary>
public static class ContractRoot
{
    private const string FixturesFolder = "fixtures";

    /// <summary>The nearest folder at or above a place that holds schemas/ and fixtures/.</summary>
    /// <param name="start">Where to look first.</param>
    /// <exception cref="ContractException">There is none.</exception>
    public static string Find(string start) => Nearest(start, "schemas", FixturesFolder) ?? throw new ContractException(
    [
        new ContractProblem(start, string.Empty, "no folder here or above holds schemas/ and fixtures/", "Run inside a clone of the repository, or name the folder"),
    ]);

    /// <summary>The contract of the repository that a place lies in, or another where it lies in none.</summary>
    /// <param name="start">Where to look first.</param>
    /// <param name="otherwise">Opens the other contract.</param>
    public static IContractFiles Find(string start, Func<IContractFiles> otherwise) =>
        // An installed program may lie below folders of anybody's; those with meta schemas are a contract's.
        Nearest(start, MetaSchemas.Folder, FixturesFolder) is { } root ? new ContractFolder(root) : otherwise();

    private static string? Nearest(string start, params string[] held)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !held.All(name => Directory.Exists(Path.Combine(folder.FullName, name))))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
