using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Sending;

/// <summary>Decides about the certificate of a target.</summary>
public static class CertificateCheck
{
    private static readonly Message AcceptAny = Message.Of("accept-any-certificate");

    /// <summary>How TLS is to be done.</summary>
    /// <param name="options">The settings of the target.</param>
    /// <param name="clock">The time that a refused certificate is said to have run out at.</param>
    /// <exception cref="IOException">The file of authorities cannot be read.</exception>
    /// <exception cref="CryptographicException">The file of authorities holds no certificate.</exception>
    [SuppressMessage("Security", "CA5359:Do not disable certificate validation", Justification = "OCP_TLS_INSECURE asks for it, and the report says so.")]
    public static SslClientAuthenticationOptions For(TargetOptions options, TimeProvider clock)
    {
        if (options.InsecureTls)
        {
            return new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        }

        var root = options.BaseUrl.GetLeftPart(UriPartial.Authority);
        bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
            errors == SslPolicyErrors.None ? true : throw new CertificateException(Problem(root, options, certificate as X509Certificate2, errors, clock));

        if (options.CertificateAuthorityFile is not { } file)
        {
            return new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Accept };
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy.CustomTrustStore.Count > 0
            ? new SslClientAuthenticationOptions { CertificateChainPolicy = policy, RemoteCertificateValidationCallback = Accept }
            : throw new CryptographicException($"{file} holds no certificate in PEM form");
    }

    private static Message Problem(string root, TargetOptions options, X509Certificate2? certificate, SslPolicyErrors errors, TimeProvider clock)
    {
        if (certificate is null)
        {
            return Message.Of("no-certificate", root, AcceptAny);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (begin, end) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        return end < now ? Message.Of("certificate-expired", root, Day(end), AcceptAny)
            : begin > now ? Message.Of("certificate-not-yet-valid", root, Day(begin), AcceptAny)
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? Message.Of("certificate-of-other-name", root, Names(certificate), AcceptAny)
            : options.CertificateAuthorityFile is { } file
            ? Message.Of("certificate-of-other-authority", root, certificate.Subject, file, AcceptAny)
            : certificate.Subject == certificate.Issuer
            ? Message.Of("certificate-self-signed", root, certificate.Subject, AcceptAny)
            : Message.Of("certificate-not-trusted", root, certificate.Subject, certificate.Issuer, AcceptAny);
    }

    private static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString()))).ToList();
        return names.Count == 0 ? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) : string.Join(", ", names);
    }
}
