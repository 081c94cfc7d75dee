using System.Text.RegularExpressions;
using System.Xml.Linq;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

[Parallelizable(ParallelScope.Children)]
public sealed partial class SuiteProcessTests
{
    [Test]
    public async Task Suite_against_the_mock_passes_and_names_conclusion_and_folder()
    {
        var (exitCode, output, result) = await SuiteProcess.RunAsync([]);

        exitCode.Should().Be(0, output);
        output.Should().Contain("OCP conformance: conformant.").And.Contain("Results: ").And.Contain("Failed:     0");
        result!.Conclusion.Outcome.Should().Be(Vocabulary.Conformant);
        File.ReadAllText(Path.Combine(Project.Root, "README.md")).Should().Contain($"OCP conformance: conformant. {result.Conclusion.Reason}", "the README shows this very run");
    }

    [Test]
    public async Task Suite_judges_the_exchanges_of_an_earlier_run_again()
    {
        var run = await InProcess.MockAsync("backup/*");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.har");
        await File.WriteAllBytesAsync(file, HarReport.Write(run.Result));
        var (exitCode, output, result) = await SuiteProcess.RunAsync(new() { ["OCP_REPLAY"] = file });
        File.Delete(file);

        exitCode.Should().Be(0, output);
        result!.Conclusion.Reason.Should().Be(run.Result.Conclusion.Reason);
        result.Target.Kind.Should().Be("recorded");
    }

    [Test]
    public async Task Older_release_leaves_out_what_it_does_not_have()
    {
        var (exitCode, output, result) = await SuiteProcess.RunAsync(new() { ["OCP_VERSION"] = "4.2.2" });

        exitCode.Should().Be(0, output);
        result!.Contract.Operations.Should().Be(165);
        result.Contract.LeftOut.Should().HaveCount(72);
    }

    [Test]
    public async Task Suite_against_a_fault_fails_with_a_message_that_a_person_can_act_on()
    {
        var (exitCode, output, result) = await SuiteProcess.RunAsync(new() { ["OCP_MOCK_FAULT"] = "foreign-backup-mode", ["OCP_SELECT"] = "backup/query-backup-ability" });

        exitCode.Should().Be(1);
        output.Should().Contain("Failed Answer_holds_documented_values_only(\"backup/query-backup-ability/nominal/complete\")")
            .And.Contain("Violated: backup/query-backup-ability#/data/backupMode:enum (must)")
            .And.Contain("expected  is one of LOGICAL_BACKUP, PHYSICAL_BACKUP")
            .And.Contain("Failed Answer_holds_documented_values_only(\"backup/query-backup-ability\")")
            .And.Contain("repeat    curl").And.NotContain("FluentAssertions.");
        FailedTests(output).Should().BeEquivalentTo(["Run_reaches_a_conclusion", "Answer_holds_documented_values_only"]);
        result!.Conclusion.Outcome.Should().Be(Vocabulary.NonConformant);
    }

    [TestCase("language-of-errors-ignored", "Texts_are_in_the_language_that_is_asked_for")]
    [TestCase("admits-signed-wrong-secret", "Only_callers_with_valid_credentials_are_answered")]
    [TestCase("rejection-without-message", "Envelope_is_whole_and_agrees_with_HTTP")]
    public async Task Violation_is_reported_under_the_name_of_its_check_alone(string fault, string test)
    {
        var (_, output, _) = await SuiteProcess.RunAsync(
            new() { ["OCP_MOCK_FAULT"] = fault, ["OCP_SELECT"] = "backup/query-backup-ability", ["OCP_LEVEL"] = Vocabulary.Should });

        FailedTests(output).Should().BeEquivalentTo(["Run_reaches_a_conclusion", test], output);
    }

    [Test]
    public async Task Waived_violation_warns_with_its_waiver_and_leaves_the_run_green()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, WaiverText.File(WaiverText.One(("expires", TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))));
        var settings = new Dictionary<string, string> { ["OCP_MOCK_FAULT"] = "foreign-backup-mode", ["OCP_SELECT"] = "backup/query-backup-ability", ["OCP_WAIVERS"] = file };
        var (exitCode, output, result) = await SuiteProcess.RunAsync(settings);

        exitCode.Should().Be(0, output);
        output.Should().Contain("Skipped Answer_holds_documented_values_only(\"backup/query-backup-ability/nominal/complete\")").And.Contain("1 violation is waived");
        result!.Totals.Waived.Should().Be(1);

        var (again, stale, _) = await SuiteProcess.RunAsync(new(settings) { ["OCP_MOCK_FAULT"] = string.Empty });
        File.Delete(file);
        again.Should().Be(1);
        stale.Should().Contain("What is waived conforms now").And.Contain("Failed:     1").And.Contain("OCP conformance: incomplete.");
    }

    [Test]
    public async Task File_of_authorities_without_certificate_fails_the_run_with_its_name()
    {
        var (exitCode, output, _) = await SuiteProcess.RunAsync(new()
        {
            ["OCP_BASE_URL"] = "https://localhost:1",
            ["OCP_USERNAME"] = "a",
            ["OCP_PASSWORD"] = "b",
            ["OCP_TLS_CA"] = Path.Combine(Project.Root, "README.md"),
        });

        exitCode.Should().Be(1);
        output.Should().Contain("Setting OCP_TLS_CA:").And.Contain("README.md holds no certificate").And.Contain("Failed:     1, Passed:     0");
    }

    [Test]
    public async Task Trx_of_the_runner_and_the_summary_of_the_step_do_not_contradict_the_result()
    {
        var (trx, step) = (Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.trx"), Path.GetTempFileName());
        var (_, output, result) = await SuiteProcess.RunAsync(
            new() { ["OCP_SELECT"] = "backup/query-backup-ability", ["OCP_MOCK_FAULT"] = "foreign-backup-mode", [StepSummary.Variable] = step }, "--logger", $"trx;LogFileName={trx}");
        var (report, summary) = (XDocument.Load(trx), await File.ReadAllTextAsync(step));
        File.Delete(trx);
        File.Delete(step);

        // What is not nominal has one case in all, which is named after the operation.
        var cases = result!.Requirements.Where(requirement => requirement.Verdict == Vocabulary.Violates).SelectMany(requirement => requirement.Evidence)
            .Select(evidence => evidence.Exchange.Contains("/nominal", StringComparison.Ordinal) ? evidence.Exchange : "backup/query-backup-ability").Distinct().ToList();
        var counters = report.Descendants().Single(element => element.Name.LocalName == "Counters");
        ((int)counters.Attribute("failed")!).Should().Be(cases.Count + 1, output);
        report.Descendants().Where(element => element.Name.LocalName == "UnitTestResult" && (string?)element.Attribute("outcome") == "Failed")
            .Select(test => test.Attribute("testName")!.Value)
            .Should().BeEquivalentTo(cases.Select(name => $"Answer_holds_documented_values_only(\"{name}\")").Append("Run_reaches_a_conclusion"));
        summary.Should().StartWith("# OCP conformance: non-conformant").And.Contain("| violates (must) | 1 |");
    }

    [Test]
    public void Every_fixture_of_the_suite_derives_from_the_one_that_carries_common_attributes() =>
        Directory.EnumerateFiles(Path.Combine(Project.Root, "tests", "OcpConformance.Tests"), "*Tests.cs")
            .Should().NotBeEmpty().And.OnlyContain(file => File.ReadAllText(file).Contains(" : ConformanceFixture"));

    [Test]
    public async Task Acceptance_bundle_is_written_and_signed_at_the_end()
    {
        using var folder = new TemporaryFolder();
        var bundle = folder.Write("acceptance.zip", "an older one");
        var (exitCode, output, _) = await SuiteProcess.RunAsync(new()
        {
            ["OCP_SELECT"] = "backup/query-backup-ability",
            ["OCP_BUNDLE"] = bundle,
            ["OCP_BUNDLE_KEY"] = folder.Write("private.pem", Keys.PrivatePem),
        });

        exitCode.Should().Be(0, output);
        (await CommandLine.RunAsync("verify", bundle, "--key", folder.Write("public.pem", Keys.PublicPem))).Output.Should().Contain("signed them.").And.Contain("OCP conformance: conformant.");
    }

    [Test]
    public async Task Key_that_cannot_sign_fails_the_run_before_it_starts_and_no_older_bundle_stays()
    {
        using var folder = new TemporaryFolder();
        var bundle = folder.Write("acceptance.zip", "an older one");
        var (exitCode, output, result) = await SuiteProcess.RunAsync(new() { ["OCP_BUNDLE"] = bundle, ["OCP_BUNDLE_KEY"] = folder.Write("public.pem", Keys.PublicPem) });

        exitCode.Should().Be(1);
        output.Should().Contain("Setting OCP_BUNDLE_KEY: ").And.Contain("public.pem: it holds no private key.");
        result!.Exchanges.Should().BeEmpty();
        File.Exists(bundle).Should().BeFalse();
    }

    [Test]
    public async Task Bundle_that_cannot_be_written_fails_the_run()
    {
        var (exitCode, output, _) = await SuiteProcess.RunAsync(new() { ["OCP_SELECT"] = "backup/query-backup-ability", ["OCP_BUNDLE"] = "/no/such/folder/acceptance.zip" });

        exitCode.Should().Be(1);
        output.Should().Contain("Setting OCP_BUNDLE: the acceptance bundle cannot be written");
    }

    [Test]
    public async Task Category_selects_the_tests_of_a_kind()
    {
        var (exitCode, output, _) = await SuiteProcess.RunAsync(new() { ["OCP_SELECT"] = "backup/query-backup-ability" }, "--filter", "TestCategory=kind:enumeration");

        exitCode.Should().Be(0, output);
        output.Should().Contain("Passed:     4");
    }

    private static IEnumerable<string> FailedTests(string output) => FailedTest().Matches(output).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex(@"^ *Failed (?<name>[A-Za-z_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FailedTest();
}
