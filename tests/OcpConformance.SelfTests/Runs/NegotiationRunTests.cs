using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Formats;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

/// <summary>Runs against a server that answers by what the Accept header allows.</summary>
public sealed class NegotiationRunTests
{
    private const string Time = "health/query-time";
    private const string Report = "sql-performance/query-workload-report";
    private const string AcceptForText = "Accept: text/plain, application/json;q=0.9, */*;q=0.8";

    [Test]
    public async Task Text_that_comes_as_a_string_in_JSON_is_conformant_live_and_recorded()
    {
        await using var front = await SpringFront.StartAsync();
        var outcome = await front.RunAsync("health/*");

        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason);
        outcome.Result.Requirements.Single(requirement => requirement.Id == $"{Time}#:format").Verdict.Should().Be("conforms");

        using var folder = new TemporaryFolder();
        var recording = folder.File("exchanges.har");
        await File.WriteAllBytesAsync(recording, HarReport.Write(outcome.Result));
        var replayed = new RecordedRun(Project.Contract, new RunSettings { Replay = recording }, TimeProvider.System)
            .Execute(RecordedTraffic.Read(Project.Contract, recording, ["*"]));
        InProcess.Violated(replayed).Should().BeEmpty();
        replayed.Result.Requirements.Single(requirement => requirement.Id == $"{Time}#:format").Verdict.Should().Be("conforms");
    }

    [Test]
    public async Task Request_accepts_what_its_operation_may_answer_with_and_curl_repeats_that()
    {
        await using var front = await SpringFront.StartAsync();
        var outcome = await front.RunAsync("health/*");

        front.Server.Heads.Where(head => head.StartsWith("GET /api/v2/time ")).Should().NotBeEmpty()
            .And.OnlyContain(head => head.Contains($"\r\n{AcceptForText}\r\n"));
        front.Server.Heads.Where(head => head.StartsWith("GET /api/v2/info ")).Should().NotBeEmpty().And.OnlyContain(head => head.Contains("\r\nAccept: application/json, */*;q=0.8\r\n"));
        front.Server.Heads.Where(head => head.StartsWith("GET /api/v2/ocp-conformance/")).Should().OnlyContain(head => head.Contains("\r\nAccept: application/json"));
        outcome.Result.Exchanges.Single(exchange => exchange.Id.StartsWith($"{Time}/nominal")).Curl.Should().Contain($" -H '{AcceptForText}' ");
    }

    [Test]
    public async Task Report_in_another_media_type_is_a_warning_at_most()
    {
        await using var front = await SpringFront.StartAsync();
        var values = Project.Fixtures.Of(Project.Contract[Report]).First().PathValues;
        var settings = new RunSettings
        {
            Version = new Version(4, 3, 0),
            ResourceValues = new Dictionary<string, string> { ["cluster.id"] = values["id"], ["workload-report.id"] = values["reportId"] },
        };
        var outcome = await front.RunAsync(Report, settings);

        InProcess.Violated(outcome).Should().Equal("protocol!bare-media-type");
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason);
    }

    [Test]
    public async Task Refusal_of_the_media_type_that_a_request_accepts_violates_nothing()
    {
        await using var front = await SpringFront.StartAsync("application/vnd.ocp+json");
        var outcome = await front.RunAsync("host/query-regions");

        InProcess.Violated(outcome).Should().BeEmpty();
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.Incomplete, outcome.Conclusion.Reason);
        outcome.Result.Requirements.Single(requirement => requirement.Id == "protocol!nominal-succeeds").Reason.Should().Contain("HTTP 406");
    }
}
