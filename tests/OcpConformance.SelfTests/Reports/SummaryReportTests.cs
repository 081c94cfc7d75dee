using System.Text;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class SummaryReportTests
{
    private SampleResults results = null!;

    [OneTimeSetUp]
    public async Task Run() => results = await SampleResults.RunAsync();

    [Test]
    public void Violations_stand_below_their_operation() =>
        Summary(results.Red).Should().Contain($"### {SampleResults.Operation} (1)").And.Contain($"| must | `{SampleResults.Violated}` |");

    [Test]
    public void Waivers_and_reasons_have_a_table_each()
    {
        Summary(results.Waived).Should().Contain("## Waived").And.Contain("team-backup").And.NotContain("## Violations");
        Summary(results.Blocked).Should().Contain("## Blocked").And.Contain(@"| 1 | no permission \| \<none\> |");
    }

    [Test]
    public void Coverage_is_told() => Summary(results.Green).Should().Contain("## Coverage")
        .And.Contain($"| members | {results.Green.Coverage.Members.Seen} | {results.Green.Coverage.Members.Documented} |");

    [Test]
    public void Very_many_violations_with_lengthyvalues_stay_a_page()
    {
        var violated = results.Red.Requirements.Single(requirement => requirement.Id == SampleResults.Violated);
        var lengthy = violated with { Sentence = Message.Verbatim(new string('|', 100_000)), Evidence = [new("e", VerdictKind.Violates, [new("/p", Message.Verbatim("x"), Message.Verbatim(new string('\n', 100_000)))], 1)] };
        var text = Summary(results.Red with { Requirements = [.. Enumerable.Range(0, 5000).Select(number => lengthy with { Id = $"a/b#{number}", Scope = $"a/{number}" })] });
        text.Length.Should().BeLessThan(200_000);
        text.Should().Contain("and 4950 more in conformance.json.");
    }

    private static string Summary(ResultDocument result) => Encoding.UTF8.GetString(SummaryReport.Write(result));
}
