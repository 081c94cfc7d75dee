using System.IO.Compression;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;

namespace OcpConformance.Report.Bundle;

/// <summary>
/// Packs a result with everything that whoever accepts it needs into one zip file: the result, every report made from it,
/// the waivers, a manifest of digests, and an in-toto statement, signed where a key is given.
/// </summary>
public static class AcceptanceBundle
{
    // The years that a zip file can express.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2107, 12, 31, 23, 59, 58, TimeSpan.Zero);

    /// <summary>Makes a bundle. Without a key, equal input gives equal bytes.</summary>
    /// <param name="json">conformance.json as it was written.</param>
    /// <param name="result">The result that it holds.</param>
    /// <param name="waivers">The file of waivers; null where there is none.</param>
    /// <param name="key">A private key; null for a bundle that nobody signs.</param>
    public static byte[] Write(ReadOnlyMemory<byte> json, ResultDocument result, byte[]? waivers = null, BundleKey? key = null) =>
        Zip(Files(json, result, waivers, key), result.StartedAt);

    /// <summary>The files of a bundle, in their order.</summary>
    private static List<BundleFile> Files(ReadOnlyMemory<byte> json, ResultDocument result, byte[]? waivers, BundleKey? key)
    {
        List<BundleFile> content =
        [
            new(Vocabulary.ResultFile, json),
            .. ReportFormats.All.Where(format => format.FileName != Vocabulary.ResultFile).Select(format => new BundleFile(format.FileName, format.Write(result))),
        ];
        if (waivers is not null)
        {
            content.Add(new BundleFile(BundleFile.Waivers, waivers));
        }

        var manifest = BundleManifest.Of(result, content);
        var manifestFile = new BundleFile(BundleFile.Manifest, manifest.Write());
        var statement = BundleStatement.Of(result, manifestFile, manifest.Files).Write();
        List<BundleFile> files = [manifestFile, new(BundleFile.Statement, statement)];
        if (key is not null)
        {
            files.Add(new BundleFile(BundleFile.Signed, Dsse.Sign(InTotoStatement.MediaType, statement, key).Write()));
        }

        return [.. files, .. content];
    }

    private static byte[] Zip(List<BundleFile> files, DateTimeOffset time)
    {
        var written = time < Earliest ? Earliest : time > Latest ? Latest : time;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = written.ToUniversalTime();
                using var content = entry.Open();
                content.Write(file.Content.Span);
            }
        }

        return stream.ToArray();
    }
}
