using System.Security.Cryptography;
using System.Text;
using OcpConformance.Contract.Schemas;

namespace OcpConformance.Contract.Catalog;

/// <summary>Tells contracts apart: SHA-256 over the names and the content of the files of schemas/, in lower-case hexadecimal.</summary>
public static class ContractDigest
{
    /// <summary>The digest of a contract, without checking anything else of it.</summary>
    /// <param name="files">Its files.</param>
    /// <exception cref="ContractException">There are none.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be read.</exception>
    public static string Of(IContractFiles files)
    {
        ContractLoader.DemandFolder(files);
        return Of(files.Names(ContractLoader.Folder).Select(name => (name, files.Read(name))));
    }

    internal static string Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
