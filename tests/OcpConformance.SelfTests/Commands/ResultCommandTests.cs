using OcpConformance.Cli.Invocation;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Model;
using OcpConformance.Report.Output;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Commands;

/// <summary>The commands that work on results: report, merge, bundle, verify.</summary>
public sealed class ResultCommandTests
{
    private readonly TemporaryFolder folder = new();
    private ResultDocument ability = null!;
    private string file = null!;
    private string other = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        ability = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        file = folder.Write("results/conformance.json", ResultJson.Write(ability));
        other = folder.Write("other.json", ResultJson.Write((await InProcess.MockAsync("backup/query-backup-info")).Result));
        folder.Write("private.pem", Keys.PrivatePem);
        folder.Write("public.pem", Keys.PublicPem);
        folder.Write("truncated.json", "{\"formatVersion\": 1,");
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [TestCaseSource(typeof(ReportFormats), nameof(ReportFormats.All))]
    public async Task Report_makes_every_format_again(ReportFormat format)
    {
        var (code, output, error) = await CommandLine.RunAsync("report", file, "--format", format.Name, "--output", folder.File(format.FileName));
        code.Should().Be(ExitCode.Done, error);
        output.Should().BeEmpty();
        (await File.ReadAllBytesAsync(folder.File(format.FileName))).Should().Equal(format.Write(ability));
    }

    [Test]
    public async Task Report_of_several_files_goes_to_a_folder()
    {
        (await CommandLine.RunAsync("report", file, "--format", "allure", "--output", folder.File("allure"))).Code.Should().Be(ExitCode.Done);
        Directory.EnumerateFiles(folder.File("allure"), "*-result.json").Should().HaveCountGreaterThan(10);
    }

    [Test]
    public async Task Report_prints_where_no_file_is_named() =>
        (await CommandLine.RunAsync("report", file, "--format", "summary")).Output.Should().StartWith("# OCP conformance: conformant");

    [Test]
    public async Task Report_writes_a_folder_with_all_formats()
    {
        (await CommandLine.RunAsync("report", file, "--all", folder.File("all"))).Code.Should().Be(ExitCode.Done);
        ReportFormats.All.Should().OnlyContain(format => File.Exists(Path.Combine(folder.File("all"), format.FileName)));
    }

    [Test]
    public async Task Merge_writes_one_result_and_names_the_conclusion()
    {
        var (code, output, error) = await CommandLine.RunAsync("merge", file, other, "--output", folder.File("merged.json"));
        code.Should().Be(ExitCode.Done, error);
        output.Should().StartWith("OCP conformance: conformant. ").And.Contain("merged from 2 shards");
        ResultFile.Read(folder.File("merged.json")).Contract.Operations.Should().Be(2);
    }

    [Test]
    public async Task Merge_of_a_violation_has_its_exit_code()
    {
        var red = (await InProcess.MockAsync("backup/query-backup-ability", FaultLoader.Load(Project.Contract, "foreign-backup-mode"))).Result;
        (await CommandLine.RunAsync("merge", other, folder.Write("red.json", ResultJson.Write(red)))).Code.Should().Be(ExitCode.Refused);
    }

    [Test]
    public async Task Bundle_is_verified_and_its_signer_named()
    {
        var bundle = folder.File("signed.zip");
        var (code, output, error) = await CommandLine.RunAsync("bundle", folder.File("results"), "--output", bundle, "--key", folder.File("private.pem"), "--waivers", folder.Write("waivers.json", "{}"));
        Zip.Files(await File.ReadAllBytesAsync(bundle)).Should().ContainSingle(packed => packed.Name == "waivers.json" && packed.Content.Length == 2);
        code.Should().Be(ExitCode.Done, error);
        output.Should().Contain("is signed with the key ");
        (await CommandLine.RunAsync("verify", bundle)).Output.Should().Contain("files are as they were packed.").And.Contain("Nobody vouches for them yet: the bundle is signed, and --key checks the signature.");
        var verified = await CommandLine.RunAsync("verify", bundle, "--key", folder.File("public.pem"));
        verified.Code.Should().Be(ExitCode.Done);
        verified.Output.Should().MatchRegex("The key [0-9a-f]{64} signed them.").And.Contain("OCP conformance: conformant.");
    }

    [Test]
    public async Task Verify_names_the_file_that_differs()
    {
        var bundle = folder.File("plain.zip");
        (await CommandLine.RunAsync("bundle", folder.File("results"), "--output", bundle)).Output.Should().Contain("is not signed.");
        Zip.Files(await File.ReadAllBytesAsync(bundle)).Select(packed => packed.Name).Should().NotContain("waivers.json").And.NotContain("statement.dsse.json");
        (await CommandLine.RunAsync("verify", bundle)).Output.Should().Contain("Nobody vouches for them: the bundle is not signed.");
        await File.WriteAllBytesAsync(bundle, Zip.With(await File.ReadAllBytesAsync(bundle), "junit.xml", "<testsuites/>"u8.ToArray()));
        var (code, output, _) = await CommandLine.RunAsync("verify", bundle);
        code.Should().Be(ExitCode.Refused);
        output.Should().MatchRegex("^junit.xml: its SHA-256 is [0-9a-f]{64}, and it was packed with [0-9a-f]{64}.").And.Contain("plain.zip does not verify.");
    }

    [TestCase("either --format or --all", "report", "FILE")]
    [TestCase("either --format or --all", "report", "FILE", "--format", "junit", "--all", "x")]
    [TestCase("--output x: it contradicts --all", "report", "FILE", "--all", "x", "--output", "x")]
    [TestCase("--format pdf: there is no such format. Write one of json, junit, ", "report", "FILE", "--format", "pdf")]
    [TestCase("--format allure: it consists of several files. Name a folder with --output", "report", "FILE", "--format", "allure")]
    [TestCase("/no/such.json: ", "report", "/no/such.json", "--format", "junit")]
    [TestCase("truncated.json: it ends in the middle", "report", "TRUNCATED", "--format", "junit")]
    [TestCase("--all /dev/null/x: ", "report", "FILE", "--all", "/dev/null/x")]
    [TestCase("--output /no/such/folder/x: ", "report", "FILE", "--format", "junit", "--output", "/no/such/folder/x")]
    [TestCase("a single part is not merged", "merge", "FILE")]
    [TestCase("holds the same operations: backup/query-backup-ability", "merge", "FILE", "FILE")]
    [TestCase("truncated.json: it ends in the middle", "merge", "FILE", "TRUNCATED")]
    [TestCase("--output", "bundle", "FOLDER")]
    [TestCase("conformance.json: ", "bundle", "/no/such/folder", "--output", "x.zip")]
    [TestCase("it holds no private key", "bundle", "FOLDER", "--output", "x.zip", "--key", "PUBLIC")]
    [TestCase("--key /no/such.pem: ", "bundle", "FOLDER", "--output", "x.zip", "--key", "/no/such.pem")]
    [TestCase("--waivers /no/such.json: ", "bundle", "FOLDER", "--output", "x.zip", "--waivers", "/no/such.json")]
    [TestCase("it holds a private key, which only the signer should have", "verify", "FILE", "--key", "PRIVATE")]
    [TestCase("BUNDLE /no/such.zip: ", "verify", "/no/such.zip")]
    [TestCase("it is no zip file", "verify", "FILE")]
    public async Task Wrong_input_is_named_in_one_line(string problem, params string[] arguments)
    {
        var files = new Dictionary<string, string>
        {
            ["FILE"] = file,
            ["FOLDER"] = folder.File("results"),
            ["TRUNCATED"] = folder.File("truncated.json"),
            ["PRIVATE"] = folder.File("private.pem"),
            ["PUBLIC"] = folder.File("public.pem"),
        };
        var (code, output, error) = await CommandLine.RunAsync([.. arguments.Select(argument => files.GetValueOrDefault(argument, argument))]);
        code.Should().Be(ExitCode.WrongInput);
        output.Should().BeEmpty();
        error.TrimEnd().Should().Contain(problem).And.EndWith(".").And.NotContain("\n");
    }
}
