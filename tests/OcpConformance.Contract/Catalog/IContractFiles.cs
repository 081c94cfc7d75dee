namespace OcpConformance.Contract.Catalog;

/// <summary>The files of a contract, wherever they are kept. Names are relative to its root, with slashes.</summary>
public interface IContractFiles
{
    /// <summary>Where they are, as messages say it: the path of a folder, or what brings them along.</summary>
    string Origin { get; }

    /// <summary>Whether there is a folder.</summary>
    /// <param name="folder">Its name.</param>
    bool HasFolder(string folder);

    /// <summary>The names of all JSON files in and below a folder, in ordinal order; none where there is no such folder.</summary>
    /// <param name="folder">Its name.</param>
    IReadOnlyList<string> Names(string folder);

    /// <summary>The content of a file.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    byte[] Read(string name);
}
