using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Recorded;

public sealed class RecordedRunTests
{
    private const string Path42 = "https://ocp.example.com/prefix/api/v2/ob/clusters/42/backup/ability";

    [TestCase(null)]
    [TestCase("foreign-backup-mode")]
    [TestCase("trace-id-repeated")]
    [TestCase("utf-16")]
    [TestCase("connection-reset")]
    [TestCase("truncated-rejection")]
    [TestCase("clock-a-day-late")]
    [TestCase("known-object-denied")]
    public async Task Exchanges_of_a_run_give_the_same_verdicts_again(string? fault)
    {
        var run = await InProcess.MockAsync("backup/query-backup-ability", fault is null ? null : FaultLoader.Load(Project.Contract, fault));
        var again = Judge(Encoding.UTF8.GetString(HarReport.Write(run.Result)));

        again.Result.Requirements.Should().BeEquivalentTo(run.Result.Requirements, options => options.WithStrictOrdering().Excluding(info => info.Path.EndsWith("Actual")));
        again.Conclusion.Should().Be(run.Conclusion);
    }

    [Test]
    public async Task Redacted_passwords_and_keys_do_not_change_a_verdict()
    {
        var run = await InProcess.MockAsync(["tenant/*", "backup/*", "obproxy/*"]);
        var again = Judge(Encoding.UTF8.GetString(HarReport.Write(run.Result)));

        run.Result.Exchanges.Should().Contain(exchange => exchange.Request!.Body != null && exchange.Request.Body.Contains("\"rootPassword\":\"[redacted]\""));
        again.Result.Requirements.Select(requirement => (requirement.Id, requirement.Verdict)).Should().BeSubsetOf(run.Result.Requirements.Select(requirement => (requirement.Id, requirement.Verdict)));
        again.Conclusion.Outcome.Should().Be(run.Conclusion.Outcome, again.Conclusion.Reason.Text);
    }

    [Test]
    public void Recording_of_a_browser_is_judged_by_its_own_times()
    {
        var outcome = Judge(Har(Entry("GET", Path42, 200, Success("2020-05-05T05:05:05+08:00"), "2020-05-05T05:05:04.500+08:00")));

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        outcome.Result.Target.Kind.Should().Be("recorded");
        Verdict(outcome, "envelope!timestamp-near-clock").Should().Be(VerdictKind.Conforms);
    }

    [Test]
    public void Clock_that_is_off_shows_in_a_recording()
    {
        var outcome = Judge(Har(Entry("GET", Path42, 200, Success("2020-05-05T05:05:05+08:00"), "2020-05-06T05:05:04.500+08:00")));
        Verdict(outcome, "envelope!timestamp-near-clock").Should().Be(VerdictKind.Violates);
    }

    [Test]
    public void Entries_of_no_operation_are_listed_and_not_dropped()
    {
        var outcome = Judge(Har(Entry("GET", "https://ocp.example.com/index.html", 200, "<html>"), Entry("GET", Path42, 200, Success())));

        outcome.Result.UnmatchedEntries.Should().ContainSingle(entry => entry.Contains("entry 1") && entry.Contains("/index.html"));
        outcome.Exchanges.Should().ContainSingle(exchange => exchange.Planned.Id == "backup/query-backup-ability/nominal/entry-2");
    }

    [Test]
    public void Recording_without_a_match_is_no_green_run() =>
        Judge(Har(Entry("GET", "https://ocp.example.com/index.html", 200, "<html>"))).Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);

    [Test]
    public void Several_answers_of_one_operation_are_all_judged()
    {
        var outcome = Judge(Har(Entry("GET", Path42, 200, Success()), Entry("GET", Path42, 200, Success(trace: "00000000000000bb").Replace("PHYSICAL_BACKUP", "SNAPSHOT"))));
        outcome.Exchanges.Should().HaveCount(2);
        InProcess.Violated(outcome).Should().Contain("backup/query-backup-ability#/data/backupMode:enum");
    }

    [Test]
    public void Answer_that_was_recorded_twice_is_no_violation() =>
        InProcess.Violated(Judge(Har(Entry("GET", Path42, 200, Success()), Entry("GET", Path42, 200, Success())))).Should().NotContain("envelope!trace-id-unique");

    [Test]
    public void Entry_without_measured_time_is_not_compared_with_it()
    {
        var entry = Entry("GET", Path42, 200, Success().Replace("\"duration\":5", "\"duration\":5000"));
        entry["time"] = -1;
        var outcome = Judge(Har(entry));

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        Verdict(outcome, "envelope!duration-within-exchange").Should().Be(VerdictKind.NotExercised);
    }

    [Test]
    public void Answer_in_base64_is_judged_byte_for_byte()
    {
        var entry = Entry("GET", Path42, 200, Convert.ToBase64String([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Success())]));
        entry["response"]!["content"]!["encoding"] = "base64";
        InProcess.Violated(Judge(Har(entry))).Should().Equal("protocol!utf-8");
    }

    [Test]
    public void Answer_without_recorded_content_blocks_its_exchange()
    {
        var entry = Entry("GET", Path42, 200, Success());
        entry["response"]!["content"]!.AsObject().Remove("text");
        entry["response"]!["content"]!["size"] = 400;
        var outcome = Judge(Har(entry));

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Contain("lacks the content");
    }

    [TestCase(401, "backup/query-backup-ability/without-credentials/entry-1")]
    [TestCase(404, "backup/query-backup-ability/nominal/entry-1")]
    public void Rejection_in_a_recording_is_no_violation(int status, string exchange)
    {
        var outcome = Judge(Har(Entry("GET", Path42, status, $$"""{"duration":0,"error":{"code":0,"message":"no"},"server":"a","status":{{status}},"successful":false,"timestamp":"2024-05-05T05:05:05Z","traceId":""}""")));
        outcome.Exchanges.Single().Planned.Id.Should().Be(exchange);
        InProcess.Violated(outcome).Should().BeEmpty();
    }

    [TestCase("no JSON", "it is no JSON")]
    [TestCase("{}", "/log/entries")]
    [TestCase("""{"log":{"entries":[{"request":{"method":"GET","url":"x"}}]}}""", "/log/entries/0/request/url")]
    [TestCase("""{"log":{"entries":[{"request":{"url":"http://a/"}}]}}""", "/log/entries/0/request/method")]
    [TestCase("""{"log":{"entries":[{"request":{"method":"GET","url":"http://a/"}}]}}""", "/log/entries/0/startedDateTime")]
    [TestCase("""{"log":{"entries":[{"startedDateTime":"2024-01-01T00:00:00Z","request":{"method":"GET","url":"http://a/"}}]}}""", "/log/entries/0/response/status")]
    [TestCase("""{"log":{"entries":[7]}}""", "/log/entries/0/request/url")]
    public void File_that_is_no_HAR_is_named_with_the_place(string text, string place)
    {
        var judge = () => Judge(text);
        judge.Should().Throw<HarException>().WithMessage($"*.har*{place}*Record the traffic again*");
    }

    [Test]
    public void Recording_that_names_an_exchange_twice_keeps_both()
    {
        var note = new JsonObject { ["id"] = "one", ["operation"] = "backup/query-backup-ability", ["scenario"] = "nominal" };
        var entry = Entry("GET", Path42, 200, Success());
        entry["_ocpConformance"] = note.DeepClone();
        var har = JsonNode.Parse(Har(entry, entry.DeepClone())[1..])!;
        har["log"]!["_ocpConformance"] = new JsonObject { ["blocked"] = new JsonArray(note.DeepClone(), note.DeepClone()) };
        Judge(har.ToJsonString()).Exchanges.Select(exchange => exchange.Planned.Id).Should().Equal("one", "backup/query-backup-ability/nominal/entry-2", "one-2", "one-3");
    }

    [TestCase("9999-12-31T23:59:59Z")]
    [TestCase("12:30")]
    [TestCase("5/6/2024")]
    public void Entry_that_began_at_no_usable_time_is_named(string started)
    {
        var judge = () => Judge(Har(Entry("GET", Path42, 200, Success(), started)));
        judge.Should().Throw<HarException>().WithMessage("*/log/entries/0/startedDateTime*");
    }

    [Test]
    public void Request_without_body_stays_without_one() =>
        Judge(Har(Entry("GET", Path42, 200, Success()))).Result.Exchanges.Should().OnlyContain(exchange => exchange.Request!.Body == null && !exchange.Curl!.Contains("--data"));

    private static RunOutcome Judge(string har)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.har");
        File.WriteAllText(file, har);
        try
        {
            var settings = new RunSettings { Replay = file };
            return new RecordedRun(Project.Contract, settings, TimeProvider.System).Execute(RecordedTraffic.Read(Project.Contract, file, settings.Select));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Har(params JsonNode[] entries) =>
        "\uFEFF" + new JsonObject { ["log"] = new JsonObject { ["version"] = "1.2", ["entries"] = new JsonArray(entries) } }.ToJsonString();

    private static JsonNode Entry(string method, string url, int status, string body, string started = "2024-05-05T05:05:04.9Z") => new JsonObject
    {
        ["startedDateTime"] = started,
        ["time"] = 600,
        ["request"] = new JsonObject { ["method"] = method, ["url"] = url, ["headers"] = new JsonArray() },
        ["response"] = new JsonObject
        {
            ["status"] = status,
            ["headers"] = new JsonArray(new JsonObject { ["name"] = "content-type", ["value"] = "application/json;charset=UTF-8" }),
            ["content"] = new JsonObject { ["size"] = body.Length, ["mimeType"] = "application/json", ["text"] = body },
        },
    };

    private static string Success(string timestamp = "2024-05-05T05:05:05Z", string trace = "00000000000000aa") =>
        $$"""{"data":{"backupAbility":"PHYSICAL_BACKUP","backupMode":"PHYSICAL_BACKUP"},"duration":5,"server":"a","status":200,"successful":true,"timestamp":"{{timestamp}}","traceId":"{{trace}}"}""";

    private static VerdictKind Verdict(RunOutcome outcome, string requirement) => outcome.Result.Requirements.Single(found => found.Id == requirement).Verdict;
}
