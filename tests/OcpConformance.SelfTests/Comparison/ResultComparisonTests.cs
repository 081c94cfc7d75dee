using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using static OcpConformance.SelfTests.Support.Results;

namespace OcpConformance.SelfTests.Comparison;

public sealed class ResultComparisonTests
{
    private static readonly VerdictKind[] AllVerdicts = [VerdictKind.Conforms, VerdictKind.Violates, VerdictKind.Waived, VerdictKind.NotExercised, VerdictKind.Blocked];

    [TestCase(VerdictKind.Conforms, VerdictKind.Violates, ChangeKind.NewViolation)]
    [TestCase(VerdictKind.Conforms, VerdictKind.Waived, ChangeKind.NewViolation)]
    [TestCase(VerdictKind.NotExercised, VerdictKind.Violates, ChangeKind.NewViolation)]
    [TestCase(VerdictKind.Blocked, VerdictKind.Waived, ChangeKind.NewViolation)]
    [TestCase(VerdictKind.Violates, VerdictKind.Violates, ChangeKind.StillViolating)]
    [TestCase(VerdictKind.Violates, VerdictKind.Waived, ChangeKind.StillViolating)]
    [TestCase(VerdictKind.Waived, VerdictKind.Violates, ChangeKind.StillViolating)]
    [TestCase(VerdictKind.Waived, VerdictKind.Waived, ChangeKind.StillViolating)]
    [TestCase(VerdictKind.Violates, VerdictKind.Conforms, ChangeKind.Fixed)]
    [TestCase(VerdictKind.Waived, VerdictKind.Conforms, ChangeKind.Fixed)]
    [TestCase(VerdictKind.Violates, VerdictKind.NotExercised, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Violates, VerdictKind.Blocked, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Waived, VerdictKind.Blocked, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Conforms, VerdictKind.NotExercised, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Conforms, VerdictKind.Blocked, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.NotExercised, VerdictKind.Conforms, ChangeKind.GainedCoverage)]
    [TestCase(VerdictKind.Blocked, VerdictKind.Conforms, ChangeKind.GainedCoverage)]
    [TestCase(VerdictKind.Conforms, VerdictKind.Conforms, ChangeKind.Unchanged)]
    [TestCase(VerdictKind.Blocked, VerdictKind.NotExercised, ChangeKind.Unchanged)]
    [TestCase(VerdictKind.NotExercised, VerdictKind.NotExercised, ChangeKind.Unchanged)]
    public void Verdicts_before_and_after_make_the_kind(VerdictKind before, VerdictKind after, ChangeKind kind) =>
        Kind(Of(Requirement(before)), Of(Requirement(after))).Should().Be(kind);

    [TestCase(VerdictKind.Conforms, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Violates, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Waived, ChangeKind.LostCoverage)]
    [TestCase(VerdictKind.Blocked, ChangeKind.Unchanged)]
    public void Requirement_that_the_same_contract_did_not_ask_for_is_no_removed_one(VerdictKind before, ChangeKind kind) =>
        Kind(Of(Requirement(before)), Of()).Should().Be(kind);

    [Test]
    public void Requirement_that_the_contract_dropped_or_brought_is_removed_or_added()
    {
        var kept = Requirement(VerdictKind.Conforms, name: "/data/id:type");
        var (old, newer) = (Of(kept, Requirement(VerdictKind.Violates)), OtherContract(Of(kept)));
        ResultComparison.Of(old, newer).Of(ChangeKind.Removed).Should().ContainSingle(change => change.Id.EndsWith("mode:enum"));
        ResultComparison.Of(newer, old).Of(ChangeKind.Added).Should().ContainSingle(change => change.Id.EndsWith("mode:enum"));
    }

    [Test]
    public void Operation_that_the_release_leaves_out_is_removed()
    {
        var older = Of();
        older = older with { Contract = older.Contract with { Version = "4.0.3", LeftOut = [new LeftOutInfo(Operation, Message.Verbatim("documented since 4.2.2"))] } };
        Kind(Of(Requirement(VerdictKind.Conforms)), older).Should().Be(ChangeKind.Removed);
    }

    [TestCase(null, ChangeKind.Removed)]
    [TestCase("sample/*", ChangeKind.Removed)]
    [TestCase("backup/*, host/*", ChangeKind.LostCoverage)]
    public void Operation_that_was_not_selected_is_lost_and_not_removed(string? selection, ChangeKind kind)
    {
        var newer = OtherContract(Of());
        var settings = selection is null ? [] : new Dictionary<string, string> { ["OCP_SELECT"] = selection };
        Kind(Of(Requirement(VerdictKind.Violates)), newer with { Settings = settings }).Should().Be(kind);
    }

    [Test]
    public void Recording_without_an_operation_loses_it()
    {
        var recorded = OtherContract(Of()) with { Target = new TargetInfo("recorded", "file:///traffic.har") };
        Kind(Of(Requirement(VerdictKind.Conforms)), recorded).Should().Be(ChangeKind.LostCoverage);
        Kind(Of(Requirement(VerdictKind.Conforms, scope: "protocol")), recorded).Should().Be(ChangeKind.LostCoverage);
    }

    [TestCase("0.1.0", null, ChangeKind.LostCoverage)]
    [TestCase("0.2.0", null, ChangeKind.Removed)]
    [TestCase("0.2.0", "sample/*", ChangeKind.LostCoverage)]
    public void Requirement_of_every_answer_is_removed_by_another_suite_only(string suite, string? selection, ChangeKind kind)
    {
        var settings = selection is null ? [] : new Dictionary<string, string> { ["OCP_SELECT"] = selection };
        var after = Of() with { Suite = new SuiteInfo("OcpConformance", suite), Settings = settings };
        Kind(Of(Requirement(VerdictKind.Conforms, scope: "protocol")), after).Should().Be(kind);
    }

    [Test]
    public void Violation_is_not_fixed_where_the_exchange_that_showed_it_is_missing()
    {
        var after = Of(Requirement(VerdictKind.Conforms)) with { Exchanges = [Sent($"{Operation}/nominal/other")] };
        Kind(Of(Requirement(VerdictKind.Violates)), after).Should().Be(ChangeKind.LostCoverage);
        Kind(Of(Requirement(VerdictKind.Violates)), after with { Exchanges = [Sent(Exchange) with { Request = null, Answer = null, Blocked = Message.Verbatim("no cluster") }] }).Should().Be(ChangeKind.LostCoverage);
    }

    [Test]
    public void Violation_is_not_fixed_where_fewer_exchanges_exercise_it()
    {
        var before = Of(Requirement(VerdictKind.Violates, conformsIn: 2));
        Kind(before, Of(Requirement(VerdictKind.Conforms, conformsIn: 2))).Should().Be(ChangeKind.LostCoverage);
        Kind(before, Of(Requirement(VerdictKind.Conforms, conformsIn: 3))).Should().Be(ChangeKind.Fixed);
    }

    [Test]
    public void Recording_repeats_a_violation_where_it_has_the_scenario()
    {
        var recorded = new TargetInfo("recorded", "file:///traffic.har");
        var after = Of(Requirement(VerdictKind.Conforms)) with { Target = recorded, Exchanges = [Sent($"{Operation}/nominal/entry-7")] };
        Kind(Of(Requirement(VerdictKind.Violates, conformsIn: 5)), after).Should().Be(ChangeKind.Fixed);
        Kind(Of(Requirement(VerdictKind.Violates)), after with { Exchanges = [Sent("x") with { Scenario = "unknown-id" }] }).Should().Be(ChangeKind.LostCoverage);
    }

    [Test]
    public void Result_beside_itself_is_unchanged([Values] bool waived)
    {
        var result = Of([.. AllVerdicts.Where(verdict => waived || verdict != VerdictKind.Waived).Select((verdict, index) => Requirement(verdict, name: $"/data/{index}:type"))]);
        var comparison = ResultComparison.Of(result, result);
        comparison.Changes.Should().OnlyContain(change => change.Kind == ChangeKind.Unchanged || change.Kind == ChangeKind.StillViolating);
        (comparison.HasNewFailures, comparison.HasLostCoverage).Should().Be((false, false));
        comparison.Drift.Should().BeEquivalentTo(new Drift([], [], [], [], []));
    }

    [Test]
    public void Kinds_mirror_each_other_where_the_results_are_swapped()
    {
        foreach (var (one, other) in AllVerdicts.SelectMany(one => AllVerdicts.Select(other => (Of(Requirement(one)), Of(Requirement(other))))))
        {
            var (there, back) = (Kind(one, other), Kind(other, one));
            var mirrored = there switch
            {
                ChangeKind.Fixed => back is ChangeKind.NewViolation,
                ChangeKind.NewViolation => back is ChangeKind.Fixed or ChangeKind.LostCoverage,
                ChangeKind.LostCoverage => back is ChangeKind.GainedCoverage or ChangeKind.NewViolation,
                ChangeKind.GainedCoverage => back is ChangeKind.LostCoverage,
                _ => back == there,
            };
            mirrored.Should().BeTrue($"{there} and {back} belong together");
        }
    }

    [Test]
    public void Every_kind_has_a_pair_of_results_that_shows_it()
    {
        var pairs = AllVerdicts.SelectMany(one => AllVerdicts.Select(other => (Of(Requirement(one)), Of(Requirement(other))))).ToList();
        var kept = Requirement(VerdictKind.Conforms, name: "/data/id:type");
        pairs.Add((OtherContract(Of(kept)), Of(kept, Requirement(VerdictKind.Conforms))));
        pairs.Add((Of(kept, Requirement(VerdictKind.Conforms)), OtherContract(Of(kept))));
        pairs.SelectMany(pair => ResultComparison.Of(pair.Item1, pair.Item2).Changes).Select(change => change.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<ChangeKind>());
    }

    [TestCase(Level.Must, Level.Must, VerdictKind.Violates, true)]
    [TestCase(Level.Should, Level.Must, VerdictKind.Violates, false)]
    [TestCase(Level.Should, Level.Should, VerdictKind.Violates, true)]
    [TestCase(Level.Must, Level.Must, VerdictKind.Waived, false)]
    public void New_violation_counts_at_the_level_of_the_later_run_and_without_a_waiver(Level level, Level deciding, VerdictKind verdict, bool counts)
    {
        var after = Of(Requirement(verdict, level));
        after = after with { Conclusion = after.Conclusion with { Level = deciding } };
        ResultComparison.Of(Of(Requirement(VerdictKind.Conforms, level)), after).HasNewFailures.Should().Be(counts);
    }

    [Test]
    public void Requirement_that_the_contract_added_and_the_target_breaks_counts_as_new_failure()
    {
        var kept = Requirement(VerdictKind.Conforms, name: "/data/id:type");
        ResultComparison.Of(OtherContract(Of(kept)), Of(kept, Requirement(VerdictKind.Violates))).HasNewFailures.Should().BeTrue();
        ResultComparison.Of(OtherContract(Of(kept)), Of(kept, Requirement(VerdictKind.Conforms))).HasNewFailures.Should().BeFalse();
    }

    [Test]
    public void Sentence_names_what_is_new_and_what_was_lost()
    {
        var before = Of(Requirement(VerdictKind.Conforms), Requirement(VerdictKind.Conforms, name: "/data/id:type"));
        var after = Of(Requirement(VerdictKind.Violates), Requirement(VerdictKind.Blocked, name: "/data/id:type"));
        ResultComparison.Of(before, after).Sentence.Text.Should().Be(
            "Against the run of 2026-01-15 12:00 UTC: 1 new violation, 1 lost coverage; newly violated: sample/query-sample#/data/mode:enum; exercised no more: sample/query-sample#/data/id:type.");
    }

    private static ChangeKind Kind(ResultDocument before, ResultDocument after) => ResultComparison.Of(before, after).Changes.Single().Kind;

    private static ResultDocument OtherContract(ResultDocument result) => result with { Contract = result.Contract with { Digest = new string('b', 64) } };
}
