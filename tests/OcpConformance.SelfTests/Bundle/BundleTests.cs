using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Schemas;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Bundle;

public sealed class BundleTests
{
    private static readonly byte[] Waivers = Encoding.UTF8.GetBytes("{}\n");

    private ResultDocument green = null!;
    private ResultDocument red = null!;
    private byte[] signed = null!;
    private byte[] plain = null!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        green = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        red = (await InProcess.MockAsync("backup/query-backup-ability", FaultLoader.Load(Project.Contract, "foreign-backup-mode"))).Result;
        using var key = BundleKey.Private(Keys.PrivatePem, "private.pem");
        signed = AcceptanceBundle.Write(ResultJson.Write(green), green, Waivers, key);
        plain = AcceptanceBundle.Write(ResultJson.Write(green), green);
    }

    [Test]
    public void Bundle_holds_result_reports_waivers_manifest_and_statements() =>
        Zip.Files(signed).Select(file => file.Name).Should().Equal(
            ["manifest.json", "statement.intoto.json", "statement.dsse.json", "conformance.json", .. ReportFormats.All.Skip(1).Select(format => format.FileName), "waivers.json"]);

    [Test]
    public void Bundle_verifies_with_the_public_key()
    {
        var verification = Verify(signed, Keys.PublicPem);
        verification.Problems.Should().BeEmpty();
        verification.SignedBy.Should().MatchRegex("^[0-9a-f]{64}$");
        verification.Result!.Conclusion.Should().Be(green.Conclusion);
    }

    [Test]
    public void Bundle_without_signature_verifies_and_nobody_vouches_for_it() =>
        Verify(plain).Should().Match<BundleVerification>(verification => verification.Verifies && !verification.HasSignature && verification.SignedBy == null);

    [Test]
    public void Signature_that_is_not_checked_proves_nothing() =>
        Verify(signed).Should().Match<BundleVerification>(verification => verification.Verifies && verification.HasSignature && verification.SignedBy == null);

    [Test]
    public void Equal_results_give_equal_bundles() => AcceptanceBundle.Write(ResultJson.Write(green), green).Should().Equal(plain);

    [Test]
    public void Manifest_satisfies_its_schema_and_names_contract_and_suite()
    {
        var manifest = StrictJson.Read(Content(signed, "manifest.json")).Value!.Value;
        new MetaSchemas(Project.Contract.Schemas).Check("bundle-manifest", "manifest.json", manifest).Should().BeEmpty();
        manifest.GetProperty("contractDigest").GetString().Should().Be(Project.Contract.Digest);
        manifest.GetProperty("suite").GetProperty("version").GetString().Should().Be(green.Suite.Version);
    }

    [Test]
    public void Statement_has_the_form_of_the_predicate_and_names_every_file()
    {
        var statement = JsonDocument.Parse(Content(signed, "statement.intoto.json")).RootElement;
        statement.EnumerateObject().Select(member => member.Name).Should().Equal("_type", "subject", "predicateType", "predicate");
        statement.GetProperty("_type").GetString().Should().Be("https://in-toto.io/Statement/v1");
        statement.GetProperty("predicateType").GetString().Should().Be("https://in-toto.io/attestation/test-result/v0.1");
        statement.GetProperty("predicate").EnumerateObject().Select(member => member.Name).Should().Equal("result", "configuration", "passedTests", "warnedTests", "failedTests");
        statement.GetProperty("subject").EnumerateArray().Select(subject => (subject.GetProperty("name").GetString()!, subject.GetProperty("digest").GetProperty("sha256").GetString()))
            .Should().BeEquivalentTo(Zip.Files(signed).Where(file => !file.Name.StartsWith("statement", StringComparison.Ordinal)).Select(file =>
                (file.Name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)))));
    }

    [Test]
    public void Predicate_says_what_the_result_says()
    {
        Predicate(green).Should().Be(("PASSED", green.Totals.Conforms, 0, 0));
        Predicate(red).Should().Be(("FAILED", red.Totals.Conforms, 0, 1));
        var violated = red.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Violates).Id;
        Predicate(Turned(green, violated, VerdictKind.Waived)).Should().Be(("WARNED", green.Totals.Conforms - 1, 1, 0));
        var incomplete = green with { Conclusion = green.Conclusion with { Outcome = ConclusionKind.Incomplete } };
        Predicate(incomplete).Should().Be(("FAILED", green.Totals.Conforms, 0, 0));
    }

    [Test]
    public void Run_that_could_not_start_has_a_bundle_that_verifies()
    {
        var unstarted = Engine.Results.UnstartedRun.Result("no", new Engine.Settings.SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), DateTimeOffset.UnixEpoch);
        Verify(AcceptanceBundle.Write(ResultJson.Write(unstarted), unstarted)).Problems.Should().BeEmpty();
    }

    private static (string?, int, int, int) Predicate(ResultDocument result)
    {
        var predicate = JsonDocument.Parse(Content(AcceptanceBundle.Write(ResultJson.Write(result), result), "statement.intoto.json")).RootElement.GetProperty("predicate");
        return (predicate.GetProperty("result").GetString(), predicate.GetProperty("passedTests").GetArrayLength(), predicate.GetProperty("warnedTests").GetArrayLength(), predicate.GetProperty("failedTests").GetArrayLength());
    }

    private static ResultDocument Turned(ResultDocument result, string requirement, VerdictKind verdict) =>
        result with { Requirements = [.. result.Requirements.Select(each => each.Id == requirement ? each with { Verdict = verdict } : each)] };

    private static byte[] Content(byte[] zip, string name) => Zip.Files(zip).Single(file => file.Name == name).Content;

    private static BundleVerification Verify(byte[] zip, string? publicPem = null)
    {
        using var key = publicPem is null ? null : BundleKey.Public(publicPem, "public.pem");
        return BundleVerifier.Verify(new MemoryStream(zip), "acceptance.zip", key);
    }
}
