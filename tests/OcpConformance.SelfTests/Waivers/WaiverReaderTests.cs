using System.Text.Json.Nodes;
using OcpConformance.Contract.Judging;
using OcpConformance.Engine.Settings;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Waivers;

public sealed class WaiverReaderTests
{
    [Test]
    public void Waiver_is_read_with_all_that_it_says()
    {
        var waiver = WaiverText.Read(WaiverText.One(("version", "4.2.0-4.2.2"), ("edition", "community"), ("actual", "*SNAPSHOT*"))).Single();
        waiver.ToInfo().Should().Be(new Report.Model.WaiverInfo(WaiverText.Mode, "Known since the spring", "Kim", "OCP-7", new DateOnly(2026, 3, 1)));
        (waiver.Place, waiver.Target, waiver.Actual, waiver.Edition).Should().Be(("/waivers/0", "mock", "*SNAPSHOT*", Contract.Requirements.Edition.Community));
        waiver.Releases.Should().Be(new Engine.Waivers.WaivedReleases(new Version(4, 2, 0), new Version(4, 2, 2)));
    }

    [Test]
    public void File_without_waivers_is_no_problem() => WaiverText.Read("""{"$schema":"x","waivers":[]}""").Should().BeEmpty();

    [TestCase("2026-01-15T12:00:00Z", "2026-01-15", TestName = "Waiver_counts_on_its_last_day(noon)")]
    [TestCase("2026-01-15T23:59:59.9999999Z", "2026-01-15", TestName = "Waiver_counts_on_its_last_day(end_of_the_day)")]
    [TestCase("2026-01-16T07:59:59+08:00", "2026-01-15", TestName = "Waiver_counts_on_its_last_day(tomorrow_in_the_east)")]
    [TestCase("2026-01-14T19:00:00-05:00", "2026-01-15", TestName = "Waiver_counts_on_its_last_day(still_yesterday_in_the_west)")]
    [TestCase("2026-01-15T12:00:00Z", "2026-07-14", TestName = "Waiver_counts_on_its_last_day(180_days_ahead)")]
    [TestCase("2026-01-16T01:00:00+08:00", "2026-07-14", TestName = "Waiver_counts_on_its_last_day(180_days_ahead_of_UTC)")]
    [TestCase("2028-02-29T12:00:00Z", "2028-02-29", TestName = "Waiver_counts_on_its_last_day(leap_day)")]
    [TestCase("2027-09-02T12:00:00Z", "2028-02-29", TestName = "Waiver_counts_on_its_last_day(180_days_to_a_leap_day)")]
    public void Waiver_counts_on_its_last_day(string now, string expires) =>
        WaiverText.Read(WaiverText.File(WaiverText.One(("expires", expires))), now).Should().ContainSingle();

    [TestCase("2026-01-15T12:00:00Z", "2026-01-14", "the waiver expired on 2026-01-14")]
    [TestCase("2026-01-16T00:00:00Z", "2026-01-15", "the waiver expired on 2026-01-15")]
    [TestCase("2026-01-15T19:00:00-05:00", "2026-01-15", "the waiver expired on 2026-01-15")]
    [TestCase("2028-03-01T00:00:00Z", "2028-02-29", "the waiver expired on 2028-02-29")]
    [TestCase("2026-01-15T12:00:00Z", "2026-07-15", "expires in 181 days. Write a day at most 180 days ahead, which is 2026-07-14.")]
    [TestCase("2026-01-15T12:00:00Z", "9999-12-31", "which is 2026-07-14.")]
    [TestCase("2026-01-15T12:00:00Z", "2026-02-29", "'2026-02-29' is no day of the calendar")]
    [TestCase("2026-01-15T12:00:00Z", "01.03.2026", "schemas/meta/waivers.schema.json")]
    public void Waiver_that_does_not_count_is_named_with_file_place_and_remedy(string now, string expires, string message) =>
        Problem(WaiverText.File(WaiverText.One(), WaiverText.One(("expires", expires), ("target", "live"))), now).Should()
            .StartWith("Setting OCP_WAIVERS: ").And.Contain("waivers.json at /waivers/1/expires: ").And.Contain(message);

    [TestCase("requirement", "backup/query-backup-ability#/data/backupMod:enum", "/waivers/0/requirement", "The nearest is backup/query-backup-ability#/data/backupMode:enum.")]
    [TestCase("requirement", "bakcup/*:enum", "/waivers/0/requirement", "no requirement of the contract is 'bakcup/*:enum'")]
    [TestCase("requirement", "Backup/*", "/waivers/0/requirement", "no requirement of the contract is 'Backup/*'")]
    [TestCase("requirement", null, "/waivers/0/requirement", "the member is missing")]
    [TestCase("reason", null, "/waivers/0/reason", "the member is missing")]
    [TestCase("owner", null, "/waivers/0/owner", "the member is missing")]
    [TestCase("ticket", null, "/waivers/0/ticket", "the member is missing")]
    [TestCase("expires", null, "/waivers/0/expires", "the member is missing")]
    [TestCase("owner", " ", "/waivers/0/owner", "does not match")]
    [TestCase("ticket", "", "/waivers/0/ticket", "does not match")]
    [TestCase("tickets", "OCP-8", "/waivers/0/tickets", "the member is unknown")]
    [TestCase("target", null, "/waivers/0", "neither target nor version")]
    [TestCase("target", "moc", "/waivers/0/target", "'moc' is neither a kind of target nor an address")]
    [TestCase("version", "4.2", "/waivers/0/version", "'4.2' is neither a release nor a range")]
    [TestCase("version", "4.2.2-4.2.0", "/waivers/0/version", "neither a release nor a range")]
    [TestCase("version", "-", "/waivers/0/version", "neither a release nor a range")]
    [TestCase("edition", "oss", "/waivers/0/edition", "is not one of enterprise, community")]
    public void Malformed_waiver_is_named_with_place_and_problem(string member, string? value, string place, string problem) =>
        Problem(WaiverText.File(WaiverText.One((member, value)))).Should().Contain($"waivers.json at {place}: ").And.Contain(problem).And.EndWith(".");

    [TestCase("no JSON", "it is no JSON")]
    [TestCase("""{"waivers":[],"waivers":[]}""", "a member occurs twice")]
    [TestCase("[]", "the value has the wrong type")]
    [TestCase("{}", "waivers.json at /waivers: the member is missing")]
    [TestCase("""{"waivers":{}}""", "waivers.json at /waivers: ")]
    [TestCase("""{"waivers":[7]}""", "waivers.json at /waivers/0: ")]
    public void File_that_holds_no_waivers_is_named(string text, string problem) => Problem(text).Should().Contain(problem);

    [Test]
    public void Duplicate_is_named_with_the_place_of_the_first() =>
        Problem(WaiverText.File(WaiverText.One(), WaiverText.One(("reason", "Another reason"), ("expires", "2026-02-01")))).Should().Contain("/waivers/1: it waives the same as /waivers/0");

    [TestCase("target", "live")]
    [TestCase("version", "4.2.2")]
    [TestCase("edition", "community")]
    [TestCase("actual", "*SNAPSHOT*")]
    [TestCase("requirement", "backup/*:enum")]
    public void Waiver_that_overlaps_is_no_duplicate(string member, string value) =>
        WaiverText.Read(WaiverText.One(), WaiverText.One((member, value))).Should().HaveCount(2);

    [Test]
    public void All_problems_of_a_file_are_named_at_once() =>
        Problem(WaiverText.File(WaiverText.One(("expires", "2025-01-01")), WaiverText.One(("requirement", "x")))).Should().Contain("/waivers/0/expires").And.Contain("/waivers/1/requirement");

    [Test]
    public void Requirement_of_any_scope_can_be_waived()
    {
        var rules = new[] { ProtocolRules.All, EnvelopeRules.All, RejectionRules.All, PagingRules.All, [EnvelopeRules.PageArithmetic, ObservationRules.NothingElseSucceeds] }.SelectMany(list => list);
        var ids = rules.Concat(Project.Contract.Envelope.Requirements).Select(requirement => requirement.Id);
        WaiverText.Read([.. ids.Select(id => (JsonNode)WaiverText.One(("requirement", id)))]).Should().OnlyContain(waiver => !waiver.IsPattern);
    }

    [Test]
    public void Id_with_a_star_in_it_is_no_pattern()
    {
        var id = Project.Contract.Operations.SelectMany(operation => operation.Requirements).First(requirement => requirement.Place.EndsWith("/*", StringComparison.Ordinal)).Id;
        WaiverText.Read(WaiverText.One(("requirement", id))).Single().IsPattern.Should().BeFalse();
    }

    [Test]
    public void Setting_names_the_file_and_brings_its_waivers()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, WaiverText.File(WaiverText.One()));
        var source = new SettingSource(new Dictionary<string, string> { ["OCP_WAIVERS"] = file }, new Dictionary<string, string>());
        SettingsReader.Read(source, Project.Contract, new FixedClock("2026-01-15T12:00:00Z")).Waivers.Should().ContainSingle();
        var late = () => SettingsReader.Read(source, Project.Contract, new FixedClock("2026-03-02T00:00:00Z"));
        late.Should().Throw<SettingsException>().WithMessage("*expired on 2026-03-01*");
        File.Delete(file);
    }

    private static string Problem(string text, string now = "2026-01-15T12:00:00Z")
    {
        var read = () => WaiverText.Read(text, now);
        return read.Should().Throw<SettingsException>().Which.Message;
    }
}
