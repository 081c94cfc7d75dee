using System.Text;
using System.Text.Json;
using NJsonSchema;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class SarifReportTests
{
    private SampleResults results = null!;
    private JsonSchema schema = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        results = await SampleResults.RunAsync();
        schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Reports", "Data", "sarif-2.1.0.schema.json"));
    }

    [Test]
    public void Report_of_every_result_satisfies_the_schema_of_SARIF()
    {
        foreach (var result in results.All().Values)
        {
            schema.Validate(Encoding.UTF8.GetString(SarifReport.Write(result))).Should().BeEmpty();
        }
    }

    [TestCase("\"executionSuccessful\"", "\"executionSucceeded\"")]
    [TestCase("\"level\": \"error\"", "\"level\": \"fatal\"")]
    [TestCase("\"ruleIndex\": 0", "\"ruleIndex\": \"0\"")]
    public void Schema_of_SARIF_rejects_what_is_wrong(string right, string wrong) =>
        schema.Validate(Encoding.UTF8.GetString(SarifReport.Write(results.Red)).Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();

    [Test]
    public void Violation_points_to_its_rule_and_to_a_file_of_the_contract()
    {
        var run = Run(results.Red);
        var violation = run.GetProperty("results")[0];
        violation.GetProperty("ruleId").GetString().Should().Be(SampleResults.Violated);
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[violation.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be(SampleResults.Violated);
        var file = violation.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        File.Exists(Path.Combine(Project.Root, file.GetProperty("uri").GetString()!)).Should().BeTrue();
        file.GetProperty("uriBaseId").GetString().Should().Be("%SRCROOT%");
        violation.GetProperty("message").GetProperty("text").GetString().Should().Contain("SNAPSHOT").And.Contain("curl ");
    }

    [Test]
    public void Waived_violation_is_suppressed_with_its_reason() =>
        Run(results.Waived).GetProperty("results")[0].GetProperty("suppressions")[0].GetProperty("justification").GetString()
            .Should().Be("fixed in the next release (team-backup, https://tracker.example.com/OCP-17, until 2031-03-31)");

    [Test]
    public async Task Fingerprint_is_the_same_in_another_run()
    {
        var again = (await SampleResults.RunAsync()).Red;
        Fingerprint(again).Should().Be(Fingerprint(results.Red)).And.HaveLength(64);
    }

    [Test]
    public void Incomplete_run_was_not_executed_successfully()
    {
        Run(results.Red).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
        var invocation = Run(SampleResults.Incomplete).GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeFalse();
        invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString().Should().Be("Setting OCP_X: no.");
    }

    private static JsonElement Run(ResultDocument result) => JsonDocument.Parse(SarifReport.Write(result)).RootElement.GetProperty("runs")[0];

    private static string? Fingerprint(ResultDocument result) =>
        Run(result).GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("requirement/v1").GetString();
}
