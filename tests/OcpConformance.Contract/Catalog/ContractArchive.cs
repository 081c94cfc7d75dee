using System.IO.Compression;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>A contract in a zip archive, read without unpacking it to a disk.</summary>
public sealed class ContractArchive : IContractFiles
{
    private const string Remedy = "Install the program again, or name a folder with OCP_CONTRACT or --contract";

    // An archive has one position, so only one reader at a time.
    private readonly Lock reading = new();
    private readonly SortedDictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    /// <summary>Opens an archive.</summary>
    /// <param name="archive">The archive, which can be read from any position and stays open as long as this object is used.</param>
    /// <param name="origin">Where it comes from, for messages.</param>
    /// <exception cref="ContractException">It is not a zip archive.</exception>
    public ContractArchive(Stream archive, string origin)
    {
        Origin = origin;
        try
        {
            foreach (var entry in new ZipArchive(archive, ZipArchiveMode.Read).Entries)
            {
                entries[entry.FullName] = entry;
            }
        }
        catch (InvalidDataException exception)
        {
            throw new ContractException([new ContractProblem(origin, string.Empty, $"the archive cannot be read ({exception.Message.TrimEnd('.')})", Remedy)]);
        }
    }

    /// <inheritdoc />
    public string Origin { get; }

    /// <inheritdoc />
    public bool HasFolder(string folder) => Names(folder).Count > 0;

    /// <inheritdoc />
    public IReadOnlyList<string> Names(string folder) => [.. entries.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal))];

    /// <inheritdoc />
    public byte[] Read(string name)
    {
        lock (reading)
        {
            try
            {
                using var content = entries[name].Open();
                var bytes = new byte[entries[name].Length];
                content.ReadExactly(bytes);
                return bytes;
            }
            catch (InvalidDataException exception)
            {
                throw new IOException($"{Origin} is damaged here ({exception.Message.TrimEnd('.')})", exception);
            }
        }
    }
}
