using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using OcpConformance.Report.Bundle;

namespace OcpConformance.SelfTests.Bundle;

/// <summary>Against the example that the DSSE specification publishes (protocol.md), and against a signature that openssl made.</summary>
public sealed class DsseTests
{
    private const string PublishedType = "http://example.com/HelloWorld";
    private const string PublishedSignature = "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";
    private const string X = "46950820868899156662930047687818585632848591499744589407958293238635476079160";
    private const string Y = "5640078356564379163099075877009565129882514886557779369047442380624545832820";

    private const string OpensslKeyId = "3c9af576e1907a4f2fbf5406fe242586b9a13af1e89772b32e1bd249e6663106";
    private const string OpensslSignature = "MEYCIQCWKVd8EN9XVSunDKhTrlGocgT1ykU8g5qLjot/JIxNPwIhAKdWCaPXVisi2mWzQlWs4cWRuIgi1s7WVRsZ9mPez9Mo";
    private const string OpensslPem = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEP0rOj5OMegRzAI9IIgvmwPs0iR/j
        UIqz2R4Thy9f/JKiBtCLEBQQdKwpE8XzvahdatZWoxrmsJ/JTH9/WXSH5w==
        -----END PUBLIC KEY-----
        """;

    private static readonly DsseEnvelope Published = new("aGVsbG8gd29ybGQ=", PublishedType, [new DsseSignature(null, PublishedSignature)]);
    private static readonly DsseEnvelope Openssl = new("eyJoZWxsbyI6ImZyb20gb3BlbnNzbCJ9", "application/vnd.in-toto+json", [new DsseSignature(OpensslKeyId, OpensslSignature)]);

    [Test]
    public void Encoding_is_that_of_the_specification() =>
        Encoding.UTF8.GetString(Dsse.PreAuthenticationEncoding(PublishedType, "hello world"u8)).Should().Be("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Test]
    public void Lengths_count_bytes() =>
        Encoding.UTF8.GetString(Dsse.PreAuthenticationEncoding("ü", "é"u8)).Should().Be("DSSEv1 2 ü 2 é");

    [Test]
    public void Published_signature_holds()
    {
        using var key = PublishedKey();
        Dsse.SignedBy(Published, key).Should().ContainSingle();
    }

    [Test]
    public void Signature_of_openssl_holds_and_its_key_has_the_id_that_openssl_computes()
    {
        using var key = BundleKey.Public(OpensslPem, "public.pem");
        Dsse.SignedBy(Openssl, key).Should().ContainSingle();
        key.KeyId.Should().Be(OpensslKeyId);
    }

    [Test]
    public void Signature_of_another_key_type_or_payload_does_not_hold()
    {
        using var key = PublishedKey();
        Dsse.SignedBy(Published with { Payload = "aGVsbG8gd29ybGE=" }, key).Should().BeEmpty();
        Dsse.SignedBy(Published with { PayloadType = "http://example.com/HelloWorle" }, key).Should().BeEmpty();
        Dsse.SignedBy(Openssl, key).Should().BeEmpty();
    }

    [TestCase("_-8=", new byte[] { 0xFF, 0xEF })]
    [TestCase("/+8=", new byte[] { 0xFF, 0xEF })]
    [TestCase("/+9=", null)]
    [TestCase("/+8", null)]
    [TestCase(" /+8=", null)]
    public void Base64_is_read_in_both_alphabets_and_only_in_one_way(string base64, byte[]? bytes) => Dsse.Decode(base64).Should().Equal(bytes!);

    private static BundleKey PublishedKey()
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Number(X), Y = Number(Y) } });
        return BundleKey.Public(key.ExportSubjectPublicKeyInfoPem(), "public.pem");
    }

    private static byte[] Number(string decimalDigits)
    {
        var bytes = BigInteger.Parse(decimalDigits, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
