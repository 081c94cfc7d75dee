using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;
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

    [TestCase("conforms", "conforms", 0)]
    [TestCase("violates", "conforms", 0)]
    [TestCase("violates", "violates", 0)]
    [TestCase("blocked", "conforms", 0)]
    [TestCase("conforms", "waived", 0)]
    [TestCase("conforms", "violates", 1)]
    [TestCase("violates", "blocked", 3)]
    public async Task Exit_code_says_whether_something_is_worse(string before, string after, int exitCode)
    {
        var (code, output, error) = await RunAsync(Write(Of(Requirement(before))), Write(Of(Requirement(after))));
        code.Should().Be(exitCode, error);
        output.Should().Contain("new violation");
    }

    [Test]
    public async Task New_violation_outweighs_lost_coverage()
    {
        var before = Of(Requirement(Vocabulary.Conforms), Requirement(Vocabulary.Conforms, name: "/data/id:type"));
        var after = Of(Requirement(Vocabulary.Violates), Requirement(Vocabulary.Blocked, name: "/data/id:type"));
        (await RunAsync(Write(before), Write(after))).Code.Should().Be(1);
    }

    [TestCase("markdown", "# OCP conformance, compared")]
    [TestCase("html", "<!DOCTYPE html>")]
    public async Task Comparison_goes_to_a_file_in_the_format_that_is_asked_for(string format, string start)
    {
        var file = Path.Combine(folder, "comparison");
        var (code, output, _) = await RunAsync(Write(Of(Requirement("conforms"))), Write(Of(Requirement("conforms"))), "--format", format, "--output", file);
        (code, output).Should().Be((0, string.Empty));
        (await File.ReadAllTextAsync(file)).Should().StartWith(start);
    }

    [TestCase("no-such-file.json", "no-such-file.json")]
    [TestCase("README.md", "README.md")]
    public async Task Wrong_file_is_named_in_one_line(string name, string named)
    {
        var (code, output, error) = await RunAsync(Write(Of(Requirement("conforms"))), Path.Combine(Project.Root, name));
        (code, output).Should().Be((ExitCode.WrongInput, string.Empty));
        error.TrimEnd().Should().Contain(named).And.EndWith(".").And.NotContain("\n");
    }

    [TestCase("--format", "pdf")]
    [TestCase("--output", "/no-such-folder/file")]
    public async Task Wrong_option_is_named(string option, string value)
    {
        var file = Write(Of(Requirement("conforms")));
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
