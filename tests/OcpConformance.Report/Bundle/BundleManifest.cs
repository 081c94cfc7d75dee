using System.Text.Json;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Bundle;

/// <summary>manifest.json: what a bundle holds, and by what it was judged. Its schema is schemas/meta/bundle-manifest.schema.json.</summary>
/// <param name="FormatVersion">Version of the format of the whole bundle.</param>
/// <param name="Suite">The suite that ran.</param>
/// <param name="ContractDigest">SHA-256 of the contract; empty where the run could not start.</param>
/// <param name="Files">Every file but the manifest and the statements, in the order of the bundle.</param>
public sealed record BundleManifest(int FormatVersion, SuiteInfo Suite, string ContractDigest, IReadOnlyList<ManifestEntry> Files)
{
    /// <summary>The version of the format that this suite reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The manifest of some files.</summary>
    /// <param name="result">The result that is among them.</param>
    /// <param name="files">The files.</param>
    public static BundleManifest Of(ResultDocument result, IEnumerable<BundleFile> files) => new(
        CurrentFormat, result.Suite, result.Contract.Digest, [.. files.Select(file => new ManifestEntry(file.Name, file.Sha256, file.Content.Length))]);

    /// <summary>The manifest as UTF-8; equal manifests give equal bytes.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, BundleJson.Readable.BundleManifest), (byte)'\n'];
}

/// <summary>A file in a manifest.</summary>
/// <param name="Name">Its name in the bundle.</param>
/// <param name="Sha256">SHA-256 of its content, in lower-case hexadecimal digits.</param>
/// <param name="Size">Its size, in bytes.</param>
public sealed record ManifestEntry(string Name, string Sha256, long Size);
