using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Commands;

public sealed class ContractChoiceTests
{
    private const string Sample = """{"type":"object","properties":{"count":{"type":"integer"}}}""";

    [Test]
    public async Task Version_names_the_suite_and_the_contract_inside_a_program_without_repository()
    {
        using var folder = new TemporaryFolder();
        var (code, output) = await RunAsync(folder, [], "--version");
        code.Should().Be(ExitCode.Done);
        output.Should().Be(string.Join(
            Environment.NewLine,
            $"OcpConformance {SuiteVersion.Text}",
            $"contract {Project.Contract.Digest} (the contract inside ocp-conformance)",
            string.Empty));
    }

    [Test]
    public async Task Program_inside_a_repository_takes_the_contract_of_the_repository()
    {
        using var contract = new TemporaryContract().WithStructure(Sample);
        var program = Directory.CreateDirectory(Path.Combine(contract.Root, "tests/bin")).FullName;
        (await RunAsync(program, [], "--version")).Output.Should().Contain($"contract {contract.Load().Digest} ({contract.Root})");
    }

    [Test]
    public async Task Folders_of_somebody_else_that_have_the_names_of_those_of_a_contract_are_passed_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write("schemas/table.json", "{}");
        folder.Write("fixtures/rows.json", "[]");
        (await RunAsync(folder, [], "--version")).Output.Should().Contain("the contract inside ocp-conformance");
    }

    [TestCase("operations")]
    [TestCase("openapi")]
    public async Task Folder_that_is_named_comes_before_the_contract_inside(string command)
    {
        using var folder = new TemporaryFolder();
        using var contract = new TemporaryContract().WithStructure(Sample);
        var named = await RunAsync(folder, [], command, "--contract", contract.Root);
        named.Output.Should().Contain("/api/v2/sample/{id}").And.NotContain("backup");
        (await RunAsync(folder, new() { ["OCP_CONTRACT"] = contract.Root }, command)).Should().Be(named);
        (await RunAsync(folder, new() { ["OCP_CONTRACT"] = "/no/such/folder" }, command, "--contract", contract.Root)).Should().Be(named);
    }

    [Test]
    public async Task Folder_that_is_named_and_missing_is_not_replaced_by_the_contract_inside()
    {
        using var folder = new TemporaryFolder();
        var (code, output) = await RunAsync(folder, new() { ["OCP_CONTRACT"] = "/no/such/folder" }, "--version");
        code.Should().Be(ExitCode.WrongInput);
        output.Should().StartWith("schemas: there is no such folder in /no/such/folder. Name the folder");
    }

    [TestCase(null, ExitCode.Done)]
    [TestCase("foreign-backup-mode", ExitCode.Refused)]
    public async Task Run_without_repository_answers_and_judges_by_the_contract_inside(string? fault, int expected)
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["run", "--select", "backup/query-backup-ability", "--results", folder.File("results")];
        var (code, output) = await RunAsync(folder, [], fault is null ? arguments : [.. arguments, "--mock-fault", fault]);
        code.Should().Be(expected, output);
        File.ReadAllText(folder.File("results/conformance.json")).Should().Contain(Project.Contract.Digest);
    }

    private static Task<(int Code, string Output)> RunAsync(TemporaryFolder program, Dictionary<string, string> environment, params string[] arguments) =>
        RunAsync(program.File("bin"), environment, arguments);

    private static async Task<(int Code, string Output)> RunAsync(string program, Dictionary<string, string> environment, params string[] arguments)
    {
        using var output = new StringWriter();
        var context = new CommandContext(output, output, environment, TimeProvider.System, ErrorIsTerminal: false) { ProgramFolder = program };
        return (await Application.RunAsync(arguments, context), output.ToString());
    }
}
