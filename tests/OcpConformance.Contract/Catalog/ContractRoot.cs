using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Finds the folder that holds the contract.</summary>
public static class ContractRoot
{
    /// <summary>The nearest folder at or above a place that holds schemas/ and fixtures/.</summary>
    /// <param name="start">Where to look first.</param>
    /// <exception cref="ContractException">There is none.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "schemas")) && Directory.Exists(Path.Combine(folder.FullName, "fixtures")))
            {
                return folder.FullName;
            }
        }

        throw new ContractException(
        [
            new ContractProblem(start, string.Empty, "no folder here or above holds schemas/ and fixtures/", "Run inside a clone of the repository, or name the folder"),
        ]);
    }
}
