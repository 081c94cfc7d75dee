using OcpConformance.Contract.Catalog;

namespace OcpConformance.Cli.Invocation;

/// <summary>The contract that the program brings along, for where there is no repository.</summary>
public static class EmbeddedContract
{
    private const string Archive = "contract.zip";

    private static readonly Lazy<IContractFiles> Opened = new(() => new ContractArchive(
        typeof(EmbeddedContract).Assembly.GetManifestResourceStream(Archive)!, $"the contract inside {CommandContext.Executable}"));

    /// <summary>Opens it, once.</summary>
    /// <exception cref="OcpConformance.Contract.Schemas.ContractException">It is damaged.</exception>
    public static IContractFiles Open() => Opened.Value;
}
