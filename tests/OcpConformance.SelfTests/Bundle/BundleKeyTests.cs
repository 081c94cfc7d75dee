using System.Security.Cryptography;
using OcpConformance.Report.Bundle;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Bundle;

public sealed class BundleKeyTests
{
    [Test]
    public void Private_and_public_half_have_one_id()
    {
        using var signer = BundleKey.Private(Keys.PrivatePem, "private.pem");
        using var reader = BundleKey.Public(Keys.PublicPem, "public.pem");
        signer.KeyId.Should().Be(reader.KeyId).And.MatchRegex("^[0-9a-f]{64}$");
    }

    [Test]
    public void Key_on_another_curve_is_refused()
    {
        using var other = Keys.New(ECCurve.NamedCurves.nistP384);
        Private(other.ExportPkcs8PrivateKeyPem()).Should().Match("key.pem: the key is on the curve *384*, and P-256 is needed. Make one with `openssl *");
        Private(other.ExportECPrivateKeyPem()).Should().Match("*384*");
        Public(other.ExportSubjectPublicKeyInfoPem()).Should().Match("key.pem: the key is on the curve *384*, and P-256 is needed. Make it with `openssl *");
    }

    [Test]
    public void RSA_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        Private(rsa.ExportPkcs8PrivateKeyPem()).Should().StartWith("key.pem: it holds an RSA key, and ECDSA on P-256 is needed.");
        Private(rsa.ExportRSAPrivateKeyPem()).Should().Contain("RSA key");
        Public(rsa.ExportSubjectPublicKeyInfoPem()).Should().Contain("RSA key");
    }

    [Test]
    public void Key_that_is_encrypted_is_refused()
    {
        using var key = Keys.New(ECCurve.NamedCurves.nistP256);
        var pem = key.ExportEncryptedPkcs8PrivateKeyPem("word", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000));
        Private(pem).Should().Contain("the key is encrypted");
    }

    [Test]
    public void Wrong_half_of_a_pair_is_refused()
    {
        Private(Keys.PublicPem).Should().Contain("it holds no private key");
        Public(Keys.PrivatePem).Should().Contain("it holds a private key, which only the signer should have");
    }

    [TestCase("")]
    [TestCase("no PEM")]
    [TestCase("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void Text_without_key_is_refused(string text)
    {
        Private(text).Should().Contain("it holds no private key");
        Public(text).Should().Contain("it holds no public key");
    }

    [Test]
    public void Key_that_is_damaged_is_refused() =>
        Private("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----").Should().Contain("it holds no ECDSA key that can be read");

    private static string Private(string pem)
    {
        var read = () => BundleKey.Private(pem, "key.pem");
        return read.Should().Throw<BundleException>().Which.Message;
    }

    private static string Public(string pem)
    {
        var read = () => BundleKey.Public(pem, "key.pem");
        return read.Should().Throw<BundleException>().Which.Message;
    }
}
