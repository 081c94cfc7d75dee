using System.Security.Cryptography;

namespace OcpConformance.SelfTests.Support;

/// <summary>Keys to sign with, made for one run of the self-tests.</summary>
internal static class Keys
{
    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string PrivatePem { get; } = Signer.ExportPkcs8PrivateKeyPem();

    public static string PublicPem { get; } = Signer.ExportSubjectPublicKeyInfoPem();

    public static ECDsa New(ECCurve curve) => ECDsa.Create(curve);
}
