using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;
using OcpConformance.Report.Violations;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Waivers;

public sealed class WaivedRunTests
{
    private const string Operation = "backup/query-backup-ability";
    private const string ModeFault = "foreign-backup-mode";

    [Test]
    public async Task Waived_violation_stays_visible_and_does_not_fail_the_run()
    {
        var outcome = await RunAsync(ModeFault, WaiverText.One());

        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        outcome.Conclusion.Reason.Text.Should().Contain("no other is violated; 1 violation is waived.");
        var waived = outcome.Result.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Waived);
        waived.Waiver.Should().Be(new WaiverInfo(WaiverText.Mode, "Known since the spring", "Kim", "OCP-7", new DateOnly(2026, 3, 1)));
        FailureText.Of(waived, outcome.Result).Should().Contain("SNAPSHOT").And.Contain("waived    until 2026-03-01 by Kim, OCP-7: Known since the spring");
        (outcome.Result.Totals.Waived, outcome.Result.Totals.MustViolations).Should().Be((1, 0));
        outcome.Result.UnexercisedWaivers.Should().BeNull();
        new MetaSchemas(Project.Contract.Schemas).Check("result", Vocabulary.ResultFile, StrictJson.Read(ResultJson.Write(outcome.Result)).Value!.Value).Should().BeEmpty();
    }

    [TestCase("requirement", "backup/*:enum")]
    [TestCase("requirement", "*backupMode*")]
    [TestCase("target", "*")]
    [TestCase("target", "http://127.0.0.1:*")]
    [TestCase("version", "4.0.0-")]
    [TestCase("edition", "enterprise")]
    [TestCase("actual", "the string \"SNAPSHOT\"")]
    [TestCase("actual", "*SNAP*")]
    public async Task Waiver_covers_what_it_speaks_of(string member, string value) =>
        (await RunAsync(ModeFault, WaiverText.One((member, value)))).Conclusion.Outcome.Should().Be(ConclusionKind.Conformant);

    [TestCase("requirement", "backup/query-backup-ability#/data/backupAbility:enum")]
    [TestCase("target", "live")]
    [TestCase("target", "https://ocp.example.com:8080")]
    [TestCase("version", "4.2.2")]
    [TestCase("version", "-4.2.2")]
    [TestCase("edition", "community")]
    [TestCase("actual", "the string \"OTHER\"")]
    public async Task Waiver_covers_nothing_else(string member, string value)
    {
        var outcome = await RunAsync(ModeFault, WaiverText.One((member, value)));
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.NonConformant);
        InProcess.Violated(outcome).Should().Equal(WaiverText.Mode);
        outcome.Result.Totals.Waived.Should().Be(0);
    }

    [Test]
    public async Task Waiver_of_what_conforms_is_stale_and_fails_the_run()
    {
        var outcome = await RunAsync(null, WaiverText.One());
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Be($"What is waived conforms now, so remove from OCP_WAIVERS: {WaiverText.Mode} (/waivers/0).");
    }

    [Test]
    public async Task Stale_waiver_is_named_beside_a_violation()
    {
        var outcome = await RunAsync(ModeFault, WaiverText.One(("requirement", "backup/query-backup-ability#/data/backupAbility:enum")));
        outcome.Conclusion.Reason.Text.Should().StartWith("1 requirement is violated. What is waived conforms now");
    }

    [TestCase("backup/query-backup-overview#/data/*", TestName = "Waiver_of_what_was_not_exercised_is_named_only(nothing_of_it)")]
    [TestCase("*:enum", TestName = "Waiver_of_what_was_not_exercised_is_named_only(some_of_it)")]
    public async Task Waiver_of_what_was_not_exercised_is_named_only(string requirement)
    {
        var outcome = await RunAsync(null, WaiverText.One(("requirement", requirement)));
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        outcome.Conclusion.Reason.Text.Should().EndWith($"; nothing exercised what is waived by {requirement} (/waivers/0).");
        outcome.Result.UnexercisedWaivers.Should().ContainSingle(waiver => waiver.Requirement == requirement);
    }

    [Test]
    public async Task Pattern_is_stale_where_all_that_it_matches_conforms()
    {
        var outcome = await RunAsync(null, WaiverText.One(("requirement", $"{Operation}#/data/*:enum")), WaiverText.One(("requirement", "envelope#/traceId:*")));
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().EndWith($"{Operation}#/data/*:enum (/waivers/0), envelope#/traceId:* (/waivers/1).");
    }

    [TestCase("target", "live")]
    [TestCase("version", "4.2.2")]
    [TestCase("edition", "community")]
    public async Task Waiver_for_another_run_is_neither_stale_nor_named(string member, string value)
    {
        var outcome = await RunAsync(null, WaiverText.One((member, value)));
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant);
        outcome.Result.UnexercisedWaivers.Should().BeNull();
    }

    [Test]
    public async Task Of_several_waivers_that_for_the_very_id_is_shown()
    {
        var outcome = await RunAsync(ModeFault, WaiverText.One(("requirement", "backup/*:enum"), ("owner", "Lee")), WaiverText.One());
        outcome.Result.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Waived).Waiver!.Owner.Should().Be("Kim");
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, "the pattern speaks of something that is violated, so it is not stale");
    }

    [Test]
    public async Task Violation_of_level_should_can_be_waived_too()
    {
        const string Rule = "backup/query-backup-ability!mode-within-ability";
        var fault = FaultLoader.Load(Project.Contract, "mode-outside-ability");
        var outcome = await InProcess.MockAsync(Operation, fault, Level.Should, waivers: WaiverText.Read(WaiverText.One(("requirement", Rule))));
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
        outcome.Result.Requirements.Single(requirement => requirement.Verdict == VerdictKind.Waived).Id.Should().Be(Rule);
    }

    [Test]
    public async Task Requirement_is_waived_only_where_every_exchange_breaks_it_in_the_waived_way()
    {
        var run = await InProcess.MockAsync(Operation, FaultLoader.Load(Project.Contract, ModeFault));
        var har = System.Text.Encoding.UTF8.GetString(HarReport.Write(run.Result));
        var first = har.IndexOf("SNAPSHOT", StringComparison.Ordinal);
        var mixed = $"{har[..first]}OTHERWISE{har[(first + "SNAPSHOT".Length)..]}";

        var waiver = WaiverText.One(("target", "recorded"), ("actual", "*SNAPSHOT*"));
        Replay(har, waiver).Conclusion.Outcome.Should().Be(ConclusionKind.Conformant);
        InProcess.Violated(Replay(mixed, waiver)).Should().Equal(WaiverText.Mode);
    }

    [TestCase("recorded", true)]
    [TestCase("http://127.0.0.1:*", true)]
    [TestCase("*.har", true)]
    [TestCase("mock", false)]
    [TestCase("https://ocp.example.com", false)]
    public async Task Recording_is_waived_by_its_kind_its_file_or_the_server_that_answered(string target, bool waived)
    {
        var run = await InProcess.MockAsync(Operation, FaultLoader.Load(Project.Contract, ModeFault));
        var outcome = Replay(System.Text.Encoding.UTF8.GetString(HarReport.Write(run.Result)), WaiverText.One(("target", target)));
        outcome.Result.Totals.Waived.Should().Be(waived ? 1 : 0);
    }

    [Test]
    public async Task Target_that_cannot_be_reached_makes_no_waiver_stale()
    {
        var settings = new RunSettings { Waivers = WaiverText.Read(WaiverText.One(("target", "live"))) };
        var outcome = await InProcess.LiveAsync(new Uri("http://127.0.0.1:1"), Operation, settings);
        outcome.Conclusion.Reason.Text.Should().StartWith("The target cannot be reached").And.NotContain("remove");
        outcome.Result.UnexercisedWaivers.Should().ContainSingle();
    }

    private static Task<RunOutcome> RunAsync(string? fault, params System.Text.Json.Nodes.JsonNode[] waivers) =>
        InProcess.MockAsync(Operation, fault is null ? null : FaultLoader.Load(Project.Contract, fault), waivers: WaiverText.Read(waivers));

    private static RunOutcome Replay(string har, System.Text.Json.Nodes.JsonNode waiver)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.har");
        File.WriteAllText(file, har);
        try
        {
            var settings = new RunSettings { Replay = file, Waivers = WaiverText.Read(WaiverText.File(waiver.DeepClone())) };
            return new RecordedRun(Project.Contract, settings, TimeProvider.System).Execute(RecordedTraffic.Read(Project.Contract, file, settings.Select));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
