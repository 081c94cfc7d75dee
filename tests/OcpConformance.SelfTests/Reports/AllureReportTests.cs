using System.Text;
using System.Text.Json;
using OcpConformance.Report.Formats.Allure;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Reports;

public sealed class AllureReportTests
{
    private SampleResults results = null!;

    [OneTimeSetUp]
    public async Task Run() => results = await SampleResults.RunAsync();

    [Test]
    public void Every_test_has_the_members_of_the_format_in_their_order()
    {
        foreach (var result in results.All().Values)
        {
            Tests(result).SelectMany(AllureFormat.Problems).Should().BeEmpty();
        }
    }

    [Test]
    public void Every_exchange_of_an_operation_is_a_test_and_the_conclusion_is_one_more() =>
        Tests(results.Red).Should().HaveCount(results.Red.Totals.Exchanges + 1);

    [Test]
    public void Every_attachment_has_a_file_of_its_own()
    {
        var files = Files(results.Red);
        var sources = Tests(results.Red).SelectMany(test => test.GetProperty("attachments").EnumerateArray()).Select(one => one.GetProperty("source").GetString()!).ToList();
        sources.Should().OnlyHaveUniqueItems().And.NotBeEmpty();
        files.Keys.Where(name => name.Contains("-attachment.", StringComparison.Ordinal)).Should().BeEquivalentTo(sources);
        files.Keys.Should().AllSatisfy(name => name.Should().MatchRegex(AllureFormat.FileName));
    }

    [Test]
    public async Task History_id_is_the_same_in_another_run_and_differs_between_tests()
    {
        var (first, second) = (Tests(results.Red), Tests((await SampleResults.RunAsync()).Red));
        HistoryIds(first).Should().OnlyHaveUniqueItems().And.Equal(HistoryIds(second));
        Members(first, "uuid").Should().OnlyHaveUniqueItems().And.NotIntersectWith(Members(second, "uuid"));
    }

    [Test]
    public void Ids_are_those_of_the_official_writer()
    {
        var test = Tests(results.Red).Single(one => one.GetProperty("fullName").GetString() == $"OcpConformance:{SampleResults.Operation}/nominal/complete");
        test.GetProperty("testCaseId").GetString().Should().Be("0fdee1e2a160f017c95d329eb2c8a122");
        test.GetProperty("historyId").GetString().Should().Be("5f5f987208f383b103485a2b210ae804");
    }

    [Test]
    public void Violation_fails_its_step_its_test_and_the_conclusion()
    {
        var failed = Tests(results.Red).Where(test => Status(test) == "failed").ToList();
        var violating = results.Red.Requirements.Single(requirement => requirement.Id == SampleResults.Violated).Evidence.Select(evidence => $"OcpConformance:{evidence.Exchange}");
        Members(failed, "fullName").Should().BeEquivalentTo(violating.Append("OcpConformance:conclusion"));
        failed.Last().GetProperty("statusDetails").GetProperty("message").GetString().Should().Contain("SNAPSHOT").And.Contain("repeat    curl");
        Steps(failed.Last()).Where(step => Status(step) == "failed").Select(step => step.GetProperty("name").GetString()).Should().ContainSingle().Which.Should().StartWith(SampleResults.Violated);
    }

    [TestCase("warned", "Warning: ", false)]
    [TestCase("waived", "Waived: fixed in the next release", true)]
    public void Violation_that_does_not_count_is_skipped_with_its_reason(string sort, string message, bool known)
    {
        var skipped = Tests(results.All()[sort]).Where(test => Status(test) == "skipped").ToList();
        skipped.Should().NotBeEmpty().And.AllSatisfy(test =>
        {
            test.GetProperty("statusDetails").GetProperty("message").GetString().Should().StartWith(message).And.Contain("SNAPSHOT");
            test.GetProperty("statusDetails").GetProperty("known").GetBoolean().Should().Be(known);
        });
        Tests(results.All()[sort]).Should().NotContain(test => Status(test) == "failed");
    }

    [Test]
    public void Ticket_of_a_waiver_is_a_link_and_its_owner_a_label()
    {
        var waived = Tests(results.Waived).First(test => Status(test) == "skipped");
        waived.GetProperty("links")[0].GetRawText().Should().Be("""{"name":"https://tracker.example.com/OCP-17","url":"https://tracker.example.com/OCP-17","type":"issue"}""");
        Label(waived, "owner").Should().Be("team-backup");
    }

    [Test]
    public async Task Exchange_that_could_not_be_sent_is_skipped_with_the_reason()
    {
        var result = (await InProcess.LiveAsync(new Uri("http://127.0.0.1:1"), SampleResults.Operation)).Result;
        var tests = Tests(result);
        Status(tests[0]).Should().Be("broken");
        tests.Skip(1).Should().NotBeEmpty().And.OnlyContain(test => Status(test) == "skipped")
            .And.OnlyContain(test => test.GetProperty("statusDetails").GetProperty("message").GetString()!.StartsWith("Blocked: ", StringComparison.Ordinal));
    }

    [Test]
    public void Labels_sort_by_area_operation_and_scenario_and_name_the_page()
    {
        var test = Tests(results.Green).Single(one => one.GetProperty("fullName").GetString() == $"OcpConformance:{SampleResults.Operation}/nominal/complete");
        (Label(test, "epic"), Label(test, "feature"), Label(test, "story"), Label(test, "severity")).Should().Be(("backup", SampleResults.Operation, "nominal", "critical"));
        Label(test, "page").Should().Be("Query backup capabilities of a cluster");
        test.GetProperty("name").GetString().Should().Be("Query backup capabilities of a cluster: nominal/complete");
    }

    [Test]
    public void Surroundings_name_target_and_build()
    {
        Text(Files(results.Green), "environment.properties").Should().Contain("target = mock http://127.0.0.1:").And.Contain("level = must");
        Files(results.Green).Should().NotContainKey("executor.json");
        var build = new CiBuild("gitlab", "GitLab CI", "https://git.example.com/ocp", 7, "judge #7", "https://git.example.com/ocp/-/jobs/1");
        var executor = AllureReport.Write(results.Green, build).Single(file => file.Name == "executor.json").Content;
        Encoding.UTF8.GetString(executor).Should().Be(
            """{"name":"GitLab CI","type":"gitlab","url":"https://git.example.com/ocp","buildOrder":7,"buildName":"judge #7","buildUrl":"https://git.example.com/ocp/-/jobs/1","reportName":"OCP conformance"}""");
    }

    [Test]
    public void Categories_sort_every_test_that_did_not_pass_into_one()
    {
        var categories = JsonDocument.Parse(Text(Files(results.Red), "categories.json")).RootElement.EnumerateArray().ToList();
        var unsuccessful = results.All().Values.SelectMany(Tests).Where(test => Status(test) != "passed").ToList();
        unsuccessful.Should().AllSatisfy(test => categories.Count(category => AllureFormat.Matches(category, test)).Should().Be(1));
    }

    private static Dictionary<string, byte[]> Files(ResultDocument result) => AllureReport.Write(result, null).ToDictionary(file => file.Name, file => file.Content);

    private static string Text(Dictionary<string, byte[]> files, string name) => Encoding.UTF8.GetString(files[name]);

    private static List<JsonElement> Tests(ResultDocument result) =>
        [.. AllureReport.Write(result, null).Where(file => file.Name.EndsWith("-result.json", StringComparison.Ordinal)).Select(file => JsonDocument.Parse(file.Content).RootElement)];

    private static IEnumerable<JsonElement> Steps(JsonElement test) => test.GetProperty("steps").EnumerateArray().SelectMany(kind => kind.GetProperty("steps").EnumerateArray());

    private static string Status(JsonElement element) => element.GetProperty("status").GetString()!;

    private static List<string?> HistoryIds(List<JsonElement> tests) => Members(tests, "historyId");

    private static List<string?> Members(List<JsonElement> tests, string name) => [.. tests.Select(test => test.GetProperty(name).GetString())];

    private static string? Label(JsonElement test, string name) => test.GetProperty("labels").EnumerateArray().Single(label => label.GetProperty("name").GetString() == name).GetProperty("value").GetString();
}
