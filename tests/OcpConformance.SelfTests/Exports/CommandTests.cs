using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Exports;

public sealed class CommandTests
{
    private const string Sample = """{"type":"object","properties":{"id":{"type":"integer"}}}""";

    [Test]
    public async Task Openapi_prints_the_document()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        var (code, output, error) = await RunAsync("openapi", "--contract", contract.Root);
        code.Should().Be(ExitCode.Done, error);
        output.Should().StartWith("{\n  \"openapi\"").And.Contain("\"/api/v2/sample/{id}\"");
    }

    [Test]
    public async Task Openapi_writes_the_same_document_to_a_file()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        var file = Path.Combine(contract.Root, "ocp.openapi.json");
        var (code, output, _) = await RunAsync("openapi", "--contract", contract.Root, "--output", file);
        code.Should().Be(ExitCode.Done);
        output.Should().BeEmpty();
        (await File.ReadAllTextAsync(file)).Should().Be((await RunAsync("openapi", "--contract", contract.Root)).Output);
    }

    [Test]
    public async Task Operations_are_listed_by_pattern()
    {
        using var contract = new TemporaryContract().WithStructure(Sample)
            .Write("schemas/sample/query-all.operation.json", TemporaryContract.OperationText("/api/v2/all/{id}"))
            .Write("schemas/sample/other.operation.json", TemporaryContract.OperationText("/api/v2/other/{id}"));
        var (code, output, _) = await RunAsync("operations", "sample/query-*", "--contract", contract.Root);
        code.Should().Be(ExitCode.Done);
        output.ReplaceLineEndings("\n").Should().Be("""
            OPERATION            METHOD  PATH                 EFFECT  SINCE
            sample/query-all     GET     /api/v2/all/{id}     read    4.0.0
            sample/query-sample  GET     /api/v2/sample/{id}  read    4.0.0

            2 operations

            """);
    }

    [Test]
    public async Task Single_operation_shows_parameters_and_requirements()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        var (code, output, _) = await RunAsync("operations", "*sample", "--contract", contract.Root);
        code.Should().Be(ExitCode.Done);
        output.Should().MatchRegex("id +path +yes +integer").And.MatchRegex("#/data/id:type +must +data.id is an integer").And.Contain("3 requirements");
    }

    [TestCase("openapi")]
    [TestCase("operations")]
    public async Task Help_ends_with_examples(string command)
    {
        var (code, output, _) = await RunAsync(command, "--help");
        code.Should().Be(ExitCode.Done);
        output.Should().Contain("Examples:").And.Contain($"{CommandContext.Executable} {command}").And.Contain("--contract <DIR>");
    }

    [TestCase("Required command", new string[0])]
    [TestCase("'export'", new[] { "export" })]
    [TestCase("'--bogus'", new[] { "openapi", "--bogus" })]
    [TestCase("--output", new[] { "openapi", "--output" })]
    [TestCase("no-such-folder", new[] { "openapi", "--contract", "no-such-folder" })]
    [TestCase("--contract: the name of the folder is empty", new[] { "openapi", "--contract", "" })]
    [TestCase("--output /no-such-folder/file", new[] { "openapi", "--output", "/no-such-folder/file" })]
    [TestCase("'no-such-area/*': no operation", new[] { "operations", "no-such-area/*" })]
    public async Task Wrong_input_is_named_in_one_line(string named, string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        code.Should().Be(ExitCode.WrongInput);
        output.Should().BeEmpty();
        error.TrimEnd().Should().Contain(named).And.EndWith(".").And.NotContain("\n");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Application.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
