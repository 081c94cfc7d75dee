using System.IO.Compression;

namespace OcpConformance.SelfTests.Support;

/// <summary>Takes zip files apart and puts them together, without the code under test.</summary>
internal static class Zip
{
    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static List<(string Name, byte[] Content)> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry => (entry.FullName, Content(entry)))];
    }

    public static byte[] With(byte[] zip, string name, byte[] content) => Of(Files(zip).Select(file => file.Name == name ? (name, content) : file));

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
