using System.Text;
using OcpConformance.Contract.Messages;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Bundle;

public sealed class TamperingTests
{
    private const int Positions = 40;
    private const string Signature = "statement.dsse.json";

    private byte[] signed = null!;
    private byte[] plain = null!;

    private static string[] Names => [Signature, .. Unsigned];

    private static string[] Unsigned => ["manifest.json", "statement.intoto.json", .. ReportFormats.All.Select(format => format.FileName), "waivers.json"];

    [OneTimeSetUp]
    public async Task Pack()
    {
        var result = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        using var key = BundleKey.Private(Keys.PrivatePem, "private.pem");
        signed = AcceptanceBundle.Write(ResultJson.Write(result), result, Encoding.UTF8.GetBytes("{}"), key);
        plain = AcceptanceBundle.Write(ResultJson.Write(result), result, Encoding.UTF8.GetBytes("{}"));
    }

    [TestCaseSource(nameof(Names))]
    public void Byte_that_differs_in_a_signed_bundle_names_its_file(string name) => Flips(signed, name).Should().OnlyContain(flipped => At(flipped, Keys.PublicPem) == name);

    [TestCaseSource(nameof(Unsigned))]
    public void Byte_that_differs_in_a_bundle_without_signature_names_its_file(string name) => Flips(plain, name).Should().OnlyContain(flipped => At(flipped, null) == name);

    [TestCaseSource(nameof(Unsigned))]
    public void Byte_that_differs_is_named_although_nobody_checks_the_signature(string name) => Flips(signed, name).Should().OnlyContain(flipped => At(flipped, null) == name);

    [TestCase("\"payload\":\"")]
    [TestCase("\"payloadType\":\"")]
    [TestCase("\"keyid\":\"")]
    [TestCase("\"sig\":\"")]
    public void Every_part_of_the_signature_counts(string member)
    {
        var content = Content(signed, Signature);
        var start = Encoding.UTF8.GetString(content).IndexOf(member, StringComparison.Ordinal) + member.Length;
        At(Zip.With(signed, Signature, Flip(content, start)), Keys.PublicPem).Should().Be(Signature);
    }

    [Test]
    public void Payload_that_differs_is_named_although_nobody_checks_the_signature() =>
        At(Zip.With(signed, Signature, Flip(Content(signed, Signature), 1000)), null).Should().Be(Signature);

    [Test]
    public void Byte_of_the_zip_itself_never_ends_in_another_content()
    {
        var random = new Random(7);
        for (var count = 0; count < 300; count++)
        {
            var flipped = Flip(signed, random.Next(signed.Length));
            try
            {
                var verification = Verify(flipped, Keys.PublicPem);
                (verification.Problems.Count > 0 || Zip.Files(flipped).Select(file => Convert.ToHexString(file.Content)).SequenceEqual(Zip.Files(signed).Select(file => Convert.ToHexString(file.Content)))).Should().BeTrue();
            }
            catch (BundleException)
            {
                // Named as no zip file.
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void File_that_is_missing_is_named(string name) =>
        Verify(Zip.Of(Zip.Files(signed).Where(file => file.Name != name)), Keys.PublicPem).Problems.Should().ContainSingle().Which.Should().Match<BundleProblem>(problem => problem.File == name && problem.Text.Contains("missing"));

    [Test]
    public void File_that_is_too_much_is_named() =>
        Verify(Zip.Of([.. Zip.Files(signed), ("extra.txt", [1])]), Keys.PublicPem).Problems.Should().Equal(new BundleProblem("extra.txt", "it was not packed with the bundle"));

    [Test]
    public void Whole_bundle_that_somebody_else_signed_is_refused()
    {
        using var other = Keys.New(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        Verify(signed, other.ExportSubjectPublicKeyInfoPem()).Problems.Should().ContainSingle().Which.ToString().Should().Match($"{Signature}: the key * did not sign this statement.");
    }

    [Test]
    public void Bundle_without_signature_does_not_verify_with_a_key() =>
        Verify(plain, Keys.PublicPem).Problems.Should().Equal(new BundleProblem(Signature, "it is missing, so nobody signed the bundle"));

    [Test]
    public void Result_that_is_replaced_together_with_its_manifest_does_not_verify()
    {
        var result = ResultJson.Read(Content(plain, "conformance.json"));
        var better = result with { Conclusion = result.Conclusion with { Reason = Message.Verbatim("Everything is fine.") } };
        var other = AcceptanceBundle.Write(ResultJson.Write(better), better, Encoding.UTF8.GetBytes("{}"));
        var mixed = Zip.Of(Zip.Files(other).Where(file => file.Name != Signature).Append((Signature, Content(signed, Signature))));
        Verify(mixed, Keys.PublicPem).Problems.Should().Contain(problem => problem.File == "statement.intoto.json");
    }

    [TestCase("../conformance.json", "leads out of the folder")]
    [TestCase("/etc/passwd", "leads out of the folder")]
    [TestCase("c:\\x", "leads out of the folder")]
    [TestCase("folder/", "leads out of the folder")]
    [TestCase("..", "leads out of the folder")]
    [TestCase("conformance.json", "holds it twice")]
    [TestCase("CONFORMANCE.json", "holds it twice")]
    public void Name_that_no_bundle_has_is_refused(string name, string problem) =>
        Verify(Zip.Of([.. Zip.Files(signed), (name, [])]), Keys.PublicPem).Problems.Should().ContainSingle().Which.Should().Match<BundleProblem>(found => found.File == name && found.Text.Contains(problem));

    [Test]
    public void File_that_unpacks_into_too_much_is_refused()
    {
        var bomb = Zip.Of([.. Zip.Files(plain), ("zeros", new byte[5_000_000])]);
        bomb.Length.Should().BeLessThan(100_000);
        var verification = BundleVerifier.Verify(new MemoryStream(bomb), "acceptance.zip", null, new BundleLimits(100, 1_000_000, 10_000_000));
        verification.Problems.Should().Equal(new BundleProblem("zeros", "it unpacks into more than 1000000 bytes, and no more are read"));
    }

    [Test]
    public void Files_that_unpack_into_too_much_together_are_refused()
    {
        var bomb = Zip.Of(Enumerable.Range(0, 20).Select(number => ($"zeros-{number}", new byte[400_000])));
        BundleVerifier.Verify(new MemoryStream(bomb), "acceptance.zip", null, new BundleLimits(100, 1_000_000, 1_000_000)).Problems[0].File.Should().Be("zeros-2");
        BundleVerifier.Verify(new MemoryStream(bomb), "acceptance.zip", null, new BundleLimits(10, 1_000_000, 1_000_000)).Problems.Should().Equal(new BundleProblem("acceptance.zip", "it holds 20 files, and a bundle has at most 10"));
    }

    [TestCase("")]
    [TestCase("no zip")]
    public void File_that_is_no_zip_is_refused(string text)
    {
        var verify = () => Verify(Encoding.UTF8.GetBytes(text), null);
        verify.Should().Throw<BundleException>().WithMessage("acceptance.zip: it is no zip file, *");
    }

    [TestCase("manifest.json", "null")]
    [TestCase("manifest.json", """{"formatVersion":1,"suite":null,"contractDigest":"","files":[null]}""")]
    [TestCase("manifest.json", "{}")]
    [TestCase("statement.intoto.json", """{"_type":"https://in-toto.io/Statement/v1","subject":[null]}""")]
    [TestCase("statement.intoto.json", "{}")]
    [TestCase(Signature, """{"payload":"","payloadType":""}""")]
    [TestCase(Signature, """{"payload":"","payloadType":"","signatures":[]}""")]
    [TestCase(Signature, "[]")]
    [TestCase("conformance.json", "{}")]
    public void Nonsense_in_a_file_names_it(string name, string content) => At(Zip.With(signed, name, Encoding.UTF8.GetBytes(content)), Keys.PublicPem).Should().Be(name);

    private static IEnumerable<byte[]> Flips(byte[] zip, string name)
    {
        var content = Content(zip, name);
        return Enumerable.Range(0, Positions).Select(index => Zip.With(zip, name, Flip(content, (int)((long)index * (content.Length - 1) / (Positions - 1)))));
    }

    private static byte[] Flip(byte[] content, int position)
    {
        var flipped = content.ToArray();
        flipped[position] ^= 1;
        return flipped;
    }

    private static byte[] Content(byte[] zip, string name) => Zip.Files(zip).Single(file => file.Name == name).Content;

    // The one file that the verification names; several in words.
    private static string At(byte[] zip, string? publicPem) => string.Join(" and ", Verify(zip, publicPem).Problems.Select(problem => problem.File).Distinct());

    private static BundleVerification Verify(byte[] zip, string? publicPem)
    {
        using var key = publicPem is null ? null : BundleKey.Public(publicPem, "public.pem");
        return BundleVerifier.Verify(new MemoryStream(zip), "acceptance.zip", key);
    }
}
