using System.Security.Cryptography;

namespace OcpConformance.Report.Bundle;

/// <summary>A file of a bundle.</summary>
/// <param name="Name">Its name in the bundle.</param>
/// <param name="Content">Its bytes.</param>
public sealed record BundleFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Lists the other files with their digests.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Says what was tested and found, as in-toto statement.</summary>
    public const string Statement = "statement.intoto.json";

    /// <summary>The statement again, signed.</summary>
    public const string Signed = "statement.dsse.json";

    /// <summary>The waivers of the run.</summary>
    public const string Waivers = "waivers.json";

    /// <summary>SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}
