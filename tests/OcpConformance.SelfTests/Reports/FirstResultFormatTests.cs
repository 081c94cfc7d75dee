using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Cli.Invocation;
using OcpConformance.Contract.Judging;
using OcpConformance.Report.Html;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class FirstResultFormatTests
{
    private static readonly string Folder = Path.Combine(Project.Root, "tests/OcpConformance.SelfTests/Reports/Data/FirstFormat");

    [Test]
    public void Violation_is_read_with_its_texts_place_and_keyword()
    {
        var red = ResultFile.Read(Data("red.json"));
        (red.FormatVersion, red.Conclusion.Outcome, red.Conclusion.Reason.Text).Should().Be((2, ConclusionKind.NonConformant, "1 requirement is violated."));
        var violated = red.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Violates);
        (violated.Sentence.Text, violated.Sentence.Code, violated.Place, violated.Keyword).Should().Be(("the body is no HTML page", null, string.Empty, "no-markup"));
        violated.Evidence[0].Findings![0].Actual.Text.Should().Be("it starts with '<', like an HTML page: <html><body>Sign in</body></html>");
    }

    [Test]
    public void Place_and_keyword_of_a_schema_come_from_the_id()
    {
        var stated = ResultFile.Read(Data("green.json")).Requirements.Where(requirement => requirement.Id.Contains('#', StringComparison.Ordinal)).ToList();
        stated.Should().NotBeEmpty().And.OnlyContain(requirement => requirement.Id == $"{requirement.Scope}#{requirement.Place}:{requirement.Keyword}");
    }

    [Test]
    public void Report_is_made_of_it() => Encoding.UTF8.GetString(HtmlReport.Write(ResultFile.Read(Data("red.json")))).Should().Contain("the body is no HTML page");

    [Test]
    public async Task It_is_compared_with_a_result_of_today()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("today.json"), ResultJson.Write((await InProcess.MockAsync("health/query-time")).Result));
        var (code, output) = await RunAsync("diff", Data("red.json"), folder.File("today.json"));
        (code, output.Contains("protocol!no-markup", StringComparison.Ordinal)).Should().Be((ExitCode.Incomplete, true), output);
    }

    [Test]
    public async Task It_is_merged()
    {
        using var folder = new TemporaryFolder();
        var (code, output) = await RunAsync("merge", Data("green.json"), Data("unstarted.json"), "--output", folder.File("merged.json"));
        code.Should().Be(ExitCode.Incomplete, output);
        ResultFile.Read(folder.File("merged.json")).Conclusion.Reason.Text.Should().Contain("unstarted.json is incomplete: Setting OCP_TIMEOUT_SECONDS: ");
    }

    [Test]
    public async Task Bundle_of_it_verifies()
    {
        var (code, output) = await RunAsync("verify", Data("bundle.zip"));
        code.Should().Be(ExitCode.Done, output);
    }

    [TestCase("/requirements/0/sentence", "7")]
    [TestCase("/conclusion/reason", "[]")]
    [TestCase("/requirements/0/id", "null")]
    [TestCase("/exchanges", "7")]
    [TestCase("/contract", "\"x\"")]
    public void Value_of_another_form_is_refused_with_its_place(string place, string value)
    {
        var result = JsonNode.Parse(File.ReadAllBytes(Data("green.json")))!;
        var tokens = place[1..].Split('/');
        var parent = tokens[..^1].Aggregate(result, (node, token) => node is JsonArray items ? items[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);
        parent[tokens[^1]] = JsonNode.Parse(value);
        var read = () => ResultJson.Read(Encoding.UTF8.GetBytes(result.ToJsonString()), "old.json");
        read.Should().Throw<ResultException>().WithMessage($"old.json at {place}*");
    }

    private static string Data(string name) => Path.Combine(Folder, name);

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var (code, output, error) = await CommandLine.RunAsync(arguments);
        return (code, output + error);
    }
}
