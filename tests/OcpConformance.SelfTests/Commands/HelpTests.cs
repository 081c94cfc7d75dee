using System.Globalization;
using OcpConformance.Cli.Invocation;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Commands;

public sealed class HelpTests
{
    private static readonly Dictionary<string, string> Credentials = new() { ["OCP_USERNAME"] = "conformance", ["OCP_PASSWORD"] = "not-sent" };

    [Test]
    public async Task Every_example_of_the_help_runs_in_the_order_in_which_it_stands()
    {
        using var folder = await FolderOfExamplesAsync();
        var help = (await CommandLine.RunAsync("--help")).Output;
        var examples = help.Split('\n').Where(line => line.StartsWith($"  {CommandContext.Executable} ", StringComparison.Ordinal)).Select(line => line.Trim()[(CommandContext.Executable.Length + 1)..]).ToList();
        examples.Should().HaveCountGreaterThan(12);
        foreach (var example in examples)
        {
            var (code, _, error) = await CommandLine.RunAsync(example.StartsWith("cleanup ", StringComparison.Ordinal) ? Credentials : [], [.. Words(example, folder)]);
            code.Should().Be(ExitCode.Done, $"`{example}` stands in the help: {error}");
        }
    }

    [TestCase("judge")]
    [TestCase("report")]
    [TestCase("merge")]
    [TestCase("bundle")]
    [TestCase("verify")]
    public async Task Help_of_a_command_shows_examples_and_exit_codes(string command)
    {
        var (code, output, _) = await CommandLine.RunAsync(command, "--help");
        code.Should().Be(ExitCode.Done);
        output.Should().Contain($"  {CommandContext.Executable} {command} ").And.Contain("Exit codes:").And.MatchRegex("\n  3  the result is incomplete,");
    }

    [Test]
    public async Task README_lists_every_command_and_exit_code()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Project.Root, "README.md"));
        var help = (await CommandLine.RunAsync("--help")).Output;
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..help.IndexOf("Examples:", StringComparison.Ordinal)].Split('\n').Skip(1).Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0);
        commands.Should().OnlyContain(command => readme.Contains($"| `{command} "));
        ExitCode.All.Select(exit => string.Create(CultureInfo.InvariantCulture, $"| {exit.Code} | {exit.Meaning} |")).Should().OnlyContain(row => readme.Contains(row));
    }

    private static async Task<TemporaryFolder> FolderOfExamplesAsync()
    {
        var folder = new TemporaryFolder();
        var ability = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        folder.Write("traffic.har", HarReport.Write(ability));
        foreach (var file in new[] { "conformance.json", "results/conformance.json", "backup/conformance.json", "yesterday/conformance.json", "today/conformance.json", "4.2.2.json", "4.3.0.json" })
        {
            folder.Write(file, ResultJson.Write(ability));
        }

        folder.Write("rest/conformance.json", ResultJson.Write((await InProcess.MockAsync("task/*")).Result));
        folder.Write("results/ledger.jsonl", string.Empty);
        folder.Write("private.pem", Keys.PrivatePem);
        folder.Write("public.pem", Keys.PublicPem);
        return folder;
    }

    // The words as a shell would hand them over, with files of the folder in place of those of the reader.
    private static IEnumerable<string> Words(string example, TemporaryFolder folder)
    {
        var words = example.Split(" > ")[0].Split(' ');
        foreach (var (index, word) in words.Index())
        {
            var isFile = index > 0 && (word.Contains('.') || words[index - 1] is "--output" or "--results" or "--all" or "bundle") && !word.StartsWith('\'') && !word.Contains("://", StringComparison.Ordinal) && (!char.IsAsciiDigit(word[0]) || word.EndsWith(".json", StringComparison.Ordinal));
            yield return word == "/path/to/contract" ? Project.Root : isFile ? folder.File(word) : word.Trim('\'');
        }
    }
}
