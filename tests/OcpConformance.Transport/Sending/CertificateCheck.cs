using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OcpConformance.Transport.Sending;

/// <summary>Decides about the certificate of a target.</summary>
public static class CertificateCheck
{
    /// <summary>How TLS is to be done.</summary>
    /// <param name="options">The settings of the target.</param>
    /// <exception cref="IOException">The file of authorities cannot be read.</exception>
    /// <exception cref="CryptographicException">The file of authorities holds no certificate.</exception>
    [SuppressMessage("Security", "CA5359:Do not disable certificate validation", Justification = "OCP_TLS_INSECURE asks for it, and the report says so.")]
    public static SslClientAuthenticationOptions For(TargetOptions options)
    {
        if (options.InsecureTls)
        {
            return new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        }

        if (options.CertificateAuthorityFile is not { } file)
        {
            return new SslClientAuthenticationOptions();
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy.CustomTrustStore.Count > 0
            ? new SslClientAuthenticationOptions { CertificateChainPolicy = policy }
            : throw new CryptographicException($"{file} holds no certificate in PEM form");
    }
}
