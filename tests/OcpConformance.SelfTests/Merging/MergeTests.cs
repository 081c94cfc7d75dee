using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Settings;
using OcpConformance.MockOcp.Faults;
using OcpConformance.Report.Merging;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Merging;

public sealed class MergeTests
{
    private ResultDocument ability = null!;
    private ResultDocument info = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        ability = (await InProcess.MockAsync("backup/query-backup-ability")).Result;
        info = (await InProcess.MockAsync("backup/query-backup-info")).Result;
    }

    // What a run tries once, like a wrong password, every shard tries again. Reading leaves the mock as it is, so that runs can be compared.
    [TestCase(1, null)]
    [TestCase(2, "foreign-backup-mode")]
    [TestCase(3, "html-page")]
    public async Task Shards_come_to_the_same_as_the_whole_run(int seed, string? faultName)
    {
        var fault = faultName is null ? null : FaultLoader.Load(Project.Contract, faultName);
        string[] areas = ["backup/*", "cluster/*", "task/*", "host/*"];
        List<string> operations = [.. Project.Contract.Operations.Where(operation => operation.Effect == Effect.Read && operation.Matches(areas)).Select(operation => operation.Id)];
        var random = new Random(seed);
        var parts = operations.GroupBy(_ => random.Next(3)).ToList();
        var shards = new List<Shard>();
        foreach (var part in parts)
        {
            shards.Add(new Shard($"{part.Key}.json", (await InProcess.MockAsync([.. part], fault)).Result));
        }

        var whole = (await InProcess.MockAsync(operations, fault)).Result;
        var merged = ResultMerge.Merge(shards);

        Verdicts(merged).Except(Verdicts(whole)).Should().BeEmpty();
        Verdicts(whole).Except(Verdicts(merged)).Should().BeEmpty();
        (merged.Totals with { Exchanges = 0 }).Should().Be(whole.Totals with { Exchanges = 0 });
        merged.Coverage.Should().BeEquivalentTo(whole.Coverage, options => options.WithStrictOrdering());
        merged.Conclusion.Outcome.Should().Be(whole.Conclusion.Outcome);
        merged.Contract.Should().Be(whole.Contract);
        Asked(whole).Should().BeSubsetOf(Asked(merged));
    }

    [Test]
    public void Order_of_the_shards_does_not_matter() =>
        Merge(("b.json", info), ("a.json", ability)).Should().BeEquivalentTo(Merge(("a.json", ability), ("b.json", info)), options => options.WithStrictOrdering().Excluding(result => result.Settings));

    [Test]
    public void Merged_result_is_a_result()
    {
        var merged = Merge(("a.json", ability), ("b.json", info));
        ResultJson.Read(ResultJson.Write(merged)).Should().BeEquivalentTo(merged);
        merged.Exchanges.Where(exchange => exchange.Operation is null).Select(exchange => exchange.Id).Should().Equal("probe", "shard-2/probe");
        merged.Conclusion.Reason.Text.Should().Contain("merged from 2 shards, and trace ids were compared only within each.");
    }

    [Test]
    public void Requirement_of_several_shards_has_its_worst_verdict_and_all_its_evidence()
    {
        var merged = Merge(("a.json", Judged(ability, "envelope!trace-id-unique", VerdictKind.Violates)), ("b.json", info)).Requirements.Single(requirement => requirement.Id == "envelope!trace-id-unique");
        merged.Verdict.Should().Be(VerdictKind.Violates);
        merged.ConformsIn.Should().Be(ability.Requirements.Concat(info.Requirements).Where(requirement => requirement.Id == merged.Id).Sum(requirement => requirement.ConformsIn));
        merged.Evidence.Should().OnlyContain(evidence => evidence.Exchange.StartsWith("backup/query-backup-ability/"));
    }

    [Test]
    public void Violation_that_another_shard_waives_speaks_where_one_is_open()
    {
        const string Unique = "envelope!trace-id-unique";
        var merged = Merge(("a.json", Judged(ability, Unique, VerdictKind.Waived)), ("b.json", Judged(info, Unique, VerdictKind.Violates))).Requirements.Single(requirement => requirement.Id == Unique);
        merged.Verdict.Should().Be(VerdictKind.Violates);
        merged.Evidence.Should().HaveCount(2);
    }

    [TestCase(new[] { VerdictKind.Conforms, VerdictKind.Violates }, VerdictKind.Violates)]
    [TestCase(new[] { VerdictKind.Waived, VerdictKind.Conforms }, VerdictKind.Waived)]
    [TestCase(new[] { VerdictKind.Violates, VerdictKind.Waived }, VerdictKind.Violates)]
    [TestCase(new[] { VerdictKind.Blocked, VerdictKind.NotExercised }, VerdictKind.Blocked)]
    [TestCase(new[] { VerdictKind.NotExercised, VerdictKind.Blocked, VerdictKind.Conforms }, VerdictKind.Conforms)]
    public void Worst_verdict_decides(VerdictKind[] verdicts, VerdictKind worst) => Tally.Worst(verdicts).Should().Be(worst);

    [Test]
    public void Operation_in_two_shards_is_refused_by_name() =>
        Refused(("a.json", ability), ("b.json", info), ("c.json", ability)).Should().Be("c.json at /exchanges: a.json holds the same operations: backup/query-backup-ability. Give every shard other operations with OCP_SELECT.");

    [Test]
    public void Shards_of_different_runs_are_refused()
    {
        Refused(("a.json", ability), ("b.json", info with { Suite = info.Suite with { Version = "9" } })).Should().StartWith("b.json at /suite: it is of another version of the suite (OcpConformance 9)");
        Refused(("a.json", ability), ("b.json", info with { Contract = info.Contract with { Digest = new string('0', 64) } })).Should().StartWith("b.json at /contract/digest: it is of another contract");
        Refused(("a.json", ability), ("b.json", info with { Contract = info.Contract with { Version = "4.2.2" } })).Should().StartWith("b.json at /contract/version: it is of another release (4.2.2) than a.json (the newest)");
        Refused(("a.json", ability), ("b.json", info with { Contract = info.Contract with { Edition = "community" } })).Should().Contain("/contract/edition");
        Refused(("a.json", ability), ("b.json", info with { Target = new TargetInfo("live", "https://b/") })).Should().StartWith("b.json at /target");
        Refused(("a.json", ability), ("b.json", info with { Conclusion = info.Conclusion with { Level = Level.Should } })).Should().StartWith("b.json at /conclusion/level");
    }

    [Test]
    public void Two_live_targets_are_two_targets() => Refused(
        ("a.json", ability with { Target = new TargetInfo("live", "https://a/") }),
        ("b.json", info with { Target = new TargetInfo("live", "https://b/") })).Should().Contain("another target (live https://b/) than a.json (live https://a/)");

    [Test]
    public void Shard_that_is_incomplete_makes_the_whole_incomplete_with_its_reason()
    {
        var unstarted = UnstartedRun.Result("Setting OCP_X: no.", new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), Accepted.Start);
        var merged = Merge(("a.json", unstarted), ("b.json", info));
        merged.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        merged.Conclusion.Reason.Text.Should().StartWith("a.json is incomplete: Setting OCP_X: no;");
        merged.Contract.Digest.Should().Be(info.Contract.Digest);
    }

    [Test]
    public void Violation_stays_one_beside_an_incomplete_shard()
    {
        var unstarted = UnstartedRun.Result("no", new SettingSource(new Dictionary<string, string>(), new Dictionary<string, string>()), Accepted.Start);
        var conclusion = Merge(("a.json", unstarted), ("b.json", Judged(info, "envelope!trace-id-unique", VerdictKind.Violates))).Conclusion;
        conclusion.Outcome.Should().Be(ConclusionKind.NonConformant);
        conclusion.Reason.Text.Should().StartWith("1 requirement is violated; a.json is incomplete: no;");
    }

    private static ResultDocument Merge(params (string File, ResultDocument Result)[] shards) => ResultMerge.Merge([.. shards.Select(shard => new Shard(shard.File, shard.Result))]);

    private static string Refused(params (string File, ResultDocument Result)[] shards)
    {
        var merge = () => Merge(shards);
        return merge.Should().Throw<ResultException>().Which.Message;
    }

    private static ResultDocument Judged(ResultDocument result, string requirement, VerdictKind verdict) =>
        result with { Requirements = [.. result.Requirements.Select(each => each.Id == requirement ? each with { Verdict = verdict } : each)] };

    private static IEnumerable<string> Verdicts(ResultDocument result) => result.Requirements.Select(requirement => $"{requirement.Id} {requirement.Verdict}");

    private static IEnumerable<string> Asked(ResultDocument result) =>
        result.Exchanges.Where(exchange => exchange.Operation is not null).Select(exchange => exchange.Id);
}
