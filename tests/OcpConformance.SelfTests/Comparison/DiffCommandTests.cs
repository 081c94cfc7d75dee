using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract.Judging;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;
using static OcpConformance.SelfTests.Support.Results;

namespace OcpConformance.SelfTests.Comparison;

public sealed class DiffCommandTests
{
    private string folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("ocp-conformance-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase(VerdictKind.Conforms, VerdictKind.Conforms, 0)]
    [TestCase(VerdictKind.Violates, VerdictKind.Conforms, 0)]
    [TestCase(VerdictKind.Violates, VerdictKind.Violates, 0)]
    [TestCase(VerdictKind.Blocked, VerdictKind.Conforms, 0)]
    [TestCase(VerdictKind.Conforms, VerdictKind.Waived, 0)]
    [TestCase(VerdictKind.Conforms, VerdictKind.Violates, 1)]
    [TestCase(VerdictKind.Violates, VerdictKind.Blocked, 3)]
    public async Task Exit_code_says_whether_something_is_worse(VerdictKind before, VerdictKind after, int exitCode)
    {
        var (code, output, error) = await RunAsync(Write(Of(Requirement(before))), Write(Of(Requirement(after))));
        code.Should().Be(exitCode, error);
        output.Should().Contain("new violation");
    }

    [Test]
    public async Task New_violation_outweighs_lost_coverage()
    {
        var before = Of(Requirement(VerdictKind.Conforms), Requirement(VerdictKind.Conforms, name: "/data/id:type"));
        var after = Of(Requirement(VerdictKind.Violates), Requirement(VerdictKind.Blocked, name: "/data/id:type"));
        (await RunAsync(Write(before), Write(after))).Code.Should().Be(1);
    }

    [TestCase("markdown", "# OCP conformance, compared")]
    [TestCase("html", "<!DOCTYPE html>")]
    public async Task Comparison_goes_to_a_file_in_the_format_that_is_asked_for(string format, string start)
    {
        var file = Path.Combine(folder, "comparison");
        var (code, output, _) = await RunAsync(Write(Of(Requirement(VerdictKind.Conforms))), Write(Of(Requirement(VerdictKind.Conforms))), "--format", format, "--output", file);
        (code, output).Should().Be((0, string.Empty));
        (await File.ReadAllTextAsync(file)).Should().StartWith(start);
    }

    [TestCase("no-such-file.json", "no-such-file.json")]
    [TestCase("README.md", "README.md")]
    public async Task Wrong_file_is_named_in_one_line(string name, string named)
    {
        var (code, output, error) = await RunAsync(Write(Of(Requirement(VerdictKind.Conforms))), Path.Combine(Project.Root, name));
        (code, output).Should().Be((ExitCode.WrongInput, string.Empty));
        error.TrimEnd().Should().Contain(named).And.EndWith(".").And.NotContain("\n");
    }

    [TestCase("--format", "pdf")]
    [TestCase("--output", "/no-such-folder/file")]
    public async Task Wrong_option_is_named(string option, string value)
    {
        var file = Write(Of(Requirement(VerdictKind.Conforms)));
        var (code, _, error) = await RunAsync(file, file, option, value);
        code.Should().Be(ExitCode.WrongInput);
        error.Should().Contain(value);
    }

    private string Write(ResultDocument result)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllBytes(file, ResultJson.Write(result));
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Application.RunAsync(["diff", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
