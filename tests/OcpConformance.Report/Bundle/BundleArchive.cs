using System.Globalization;
using System.IO.Compression;

namespace OcpConformance.Report.Bundle;

/// <summary>Unpacks a bundle into memory, and refuses whatever a bundle never holds.</summary>
internal static class BundleArchive
{
    private const int Block = 81920;

    /// <summary>Reads the files of a bundle.</summary>
    /// <returns>The files by name, and what is wrong with the archive; where something is, files may be missing.</returns>
    /// <exception cref="BundleException">It is no zip file.</exception>
    public static (IReadOnlyDictionary<string, BundleFile> Files, IReadOnlyList<BundleProblem> Problems) Read(Stream zip, string name, BundleLimits limits)
    {
        var files = new Dictionary<string, BundleFile>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<BundleProblem>();
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > limits.Files)
            {
                return (files, [new BundleProblem(name, string.Create(CultureInfo.InvariantCulture, $"it holds {archive.Entries.Count} files, and a bundle has at most {limits.Files}"))]);
            }

            var left = limits.TotalBytes;
            foreach (var entry in archive.Entries)
            {
                if (!IsPlain(entry.FullName))
                {
                    problems.Add(new BundleProblem(entry.FullName, "the name leads out of the folder, and a bundle has only plain names"));
                }
                else if (files.ContainsKey(entry.FullName))
                {
                    problems.Add(new BundleProblem(entry.FullName, "the bundle holds it twice"));
                }
                else if (Unpack(entry, Math.Min(left, limits.FileBytes), problems) is { } content)
                {
                    left -= content.Length;
                    files.Add(entry.FullName, new BundleFile(entry.FullName, content));
                }
            }

            return (files, problems);
        }
        catch (InvalidDataException)
        {
            throw new BundleException(name, "it is no zip file, or the list of its files is damaged", "Name a file that `bundle` wrote");
        }
    }

    // The declared size may lie, so what really comes is counted.
    private static byte[]? Unpack(ZipArchiveEntry entry, long limit, List<BundleProblem> problems)
    {
        try
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            var block = new byte[Block];
            for (int count; (count = content.Read(block)) > 0;)
            {
                if (bytes.Length + count > limit)
                {
                    problems.Add(new BundleProblem(entry.FullName, string.Create(CultureInfo.InvariantCulture, $"it unpacks into more than {limit} bytes, and no more are read")));
                    return null;
                }

                bytes.Write(block, 0, count);
            }

            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or IOException)
        {
            problems.Add(new BundleProblem(entry.FullName, "it cannot be unpacked, so it is damaged"));
            return null;
        }
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && name is not ("." or "..") && name.All(letter => letter is not ('/' or '\\' or ':') && !char.IsControl(letter));
}
