using System.Security.Cryptography;

namespace OcpConformance.Report.Bundle;

/// <summary>A key for bundles: ECDSA on the curve P-256.</summary>
public sealed class BundleKey : IDisposable
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int RawSignature = 64;
    private const string MakePrivate = "Make one with `openssl ecparam -name prime256v1 -genkey -noout -out private.pem`";
    private const string MakePublic = "Make it with `openssl ec -in private.pem -pubout -out public.pem`";

    private readonly ECDsa key;

    private BundleKey(ECDsa key)
    {
        this.key = key;
        KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>SHA-256 of the public key as SubjectPublicKeyInfo in DER, in lower-case hexadecimal digits.</summary>
    public string KeyId { get; }

    /// <summary>The private key in a PEM text.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="file">Its file, for the message.</param>
    /// <exception cref="BundleException">It holds no private key on P-256.</exception>
    public static BundleKey Private(string pem, string file)
    {
        if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            throw new BundleException(file, "the key is encrypted", "Decrypt it with `openssl ec -in FILE -out private.pem`");
        }

        return pem.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? Import(pem, file, MakePrivate)
            : throw new BundleException(file, "it holds no private key", MakePrivate);
    }

    /// <summary>The public key in a PEM text.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="file">Its file, for the message.</param>
    /// <exception cref="BundleException">It holds no public key on P-256.</exception>
    public static BundleKey Public(string pem, string file) =>
        pem.Contains("PRIVATE KEY", StringComparison.Ordinal) ? throw new BundleException(file, "it holds a private key, which only the signer should have", MakePublic)
        : pem.Contains("PUBLIC KEY", StringComparison.Ordinal) ? Import(pem, file, MakePublic)
        : throw new BundleException(file, "it holds no public key", MakePublic);

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    internal byte[] Sign(ReadOnlySpan<byte> data) => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    // Most signers write DER; the published example of DSSE has both numbers one after the other.
    internal bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        || (signature.Length == RawSignature && key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private static BundleKey Import(string pem, string file, string remedy)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            var curve = key.ExportParameters(includePrivateParameters: false).Curve;
            return curve.IsNamed && curve.Oid.Value == P256
                ? new BundleKey(key)
                : throw new BundleException(file, $"the key is on the curve {(curve.IsNamed ? curve.Oid.FriendlyName ?? curve.Oid.Value : "of its own")}, and P-256 is needed", remedy);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new BundleException(file, IsRsa(pem) ? "it holds an RSA key, and ECDSA on P-256 is needed" : "it holds no ECDSA key that can be read", remedy);
        }
        catch (BundleException)
        {
            key.Dispose();
            throw;
        }
    }

    private static bool IsRsa(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
