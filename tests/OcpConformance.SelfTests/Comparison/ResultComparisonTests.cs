using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using static OcpConformance.SelfTests.Support.Results;

namespace OcpConformance.SelfTests.Comparison;

public sealed class ResultComparisonTests
{
    private static readonly string[] AllVerdicts = [Vocabulary.Conforms, Vocabulary.Violates, Vocabulary.Waived, Vocabulary.NotExercised, Vocabulary.Blocked];

    [TestCase("conforms", "violates", ChangeKind.NewViolation)]
    [TestCase("conforms", "waived", ChangeKind.NewViolation)]
    [TestCase("not-exercised", "violates", ChangeKind.NewViolation)]
    [TestCase("blocked", "waived", ChangeKind.NewViolation)]
    [TestCase("violates", "violates", ChangeKind.StillViolating)]
    [TestCase("violates", "waived", ChangeKind.StillViolating)]
    [TestCase("waived", "violates", ChangeKind.StillViolating)]
    [TestCase("waived", "waived", ChangeKind.StillViolating)]
    [TestCase("violates", "conforms", ChangeKind.Fixed)]
    [TestCase("waived", "conforms", ChangeKind.Fixed)]
    [TestCase("violates", "not-exercised", ChangeKind.LostCoverage)]
    [TestCase("violates", "blocked", ChangeKind.LostCoverage)]
    [TestCase("waived", "blocked", ChangeKind.LostCoverage)]
    [TestCase("conforms", "not-exercised", ChangeKind.LostCoverage)]
    [TestCase("conforms", "blocked", ChangeKind.LostCoverage)]
    [TestCase("not-exercised", "conforms", ChangeKind.GainedCoverage)]
    [TestCase("blocked", "conforms", ChangeKind.GainedCoverage)]
    [TestCase("conforms", "conforms", ChangeKind.Unchanged)]
    [TestCase("blocked", "not-exercised", ChangeKind.Unchanged)]
    [TestCase("not-exercised", "not-exercised", ChangeKind.Unchanged)]
    public void Verdicts_before_and_after_make_the_kind(string before, string after, ChangeKind kind) =>
        Kind(Of(Requirement(before)), Of(Requirement(after))).Should().Be(kind);

    [TestCase("conforms", ChangeKind.LostCoverage)]
    [TestCase("violates", ChangeKind.LostCoverage)]
    [TestCase("waived", ChangeKind.LostCoverage)]
    [TestCase("blocked", ChangeKind.Unchanged)]
    public void Requirement_that_the_same_contract_did_not_ask_for_is_no_removed_one(string before, ChangeKind kind) =>
        Kind(Of(Requirement(before)), Of()).Should().Be(kind);

    [Test]
    public void Requirement_that_the_contract_dropped_or_brought_is_removed_or_added()
    {
        var kept = Requirement(Vocabulary.Conforms, name: "/data/id:type");
        var (old, newer) = (Of(kept, Requirement(Vocabulary.Violates)), OtherContract(Of(kept)));
        ResultComparison.Of(old, newer).Of(ChangeKind.Removed).Should().ContainSingle(change => change.Id.EndsWith("mode:enum"));
        ResultComparison.Of(newer, old).Of(ChangeKind.Added).Should().ContainSingle(change => change.Id.EndsWith("mode:enum"));
    }

    [Test]
    public void Operation_that_the_release_leaves_out_is_removed()
    {
        var older = Of();
        older = older with { Contract = older.Contract with { Version = "4.0.3", LeftOut = [new LeftOutInfo(Operation, "documented since 4.2.2")] } };
        Kind(Of(Requirement(Vocabulary.Conforms)), older).Should().Be(ChangeKind.Removed);
    }

    [TestCase(null, ChangeKind.Removed)]
    [TestCase("sample/*", ChangeKind.Removed)]
    [TestCase("backup/*, host/*", ChangeKind.LostCoverage)]
    public void Operation_that_was_not_selected_is_lost_and_not_removed(string? selection, ChangeKind kind)
    {
        var newer = OtherContract(Of());
        var settings = selection is null ? [] : new Dictionary<string, string> { ["OCP_SELECT"] = selection };
        Kind(Of(Requirement(Vocabulary.Violates)), newer with { Settings = settings }).Should().Be(kind);
    }

    [Test]
    public void Recording_without_an_operation_loses_it()
    {
        var recorded = OtherContract(Of()) with { Target = new TargetInfo("recorded", "file:///traffic.har") };
        Kind(Of(Requirement(Vocabulary.Conforms)), recorded).Should().Be(ChangeKind.LostCoverage);
        Kind(Of(Requirement(Vocabulary.Conforms, scope: "protocol")), recorded).Should().Be(ChangeKind.LostCoverage);
    }

    [TestCase("0.1.0", null, ChangeKind.LostCoverage)]
    [TestCase("0.2.0", null, ChangeKind.Removed)]
    [TestCase("0.2.0", "sample/*", ChangeKind.LostCoverage)]
    public void Requirement_of_every_answer_is_removed_by_another_suite_only(string suite, string? selection, ChangeKind kind)
    {
        var settings = selection is null ? [] : new Dictionary<string, string> { ["OCP_SELECT"] = selection };
        var after = Of() with { Suite = new SuiteInfo("OcpConformance", suite), Settings = settings };
        Kind(Of(Requirement(Vocabulary.Conforms, scope: "protocol")), after).Should().Be(kind);
    }

    [Test]
    public void Violation_is_not_fixed_where_the_exchange_that_showed_it_is_missing()
    {
        var after = Of(Requirement(Vocabulary.Conforms)) with { Exchanges = [Sent($"{Operation}/nominal/other")] };
        Kind(Of(Requirement(Vocabulary.Violates)), after).Should().Be(ChangeKind.LostCoverage);
        Kind(Of(Requirement(Vocabulary.Violates)), after with { Exchanges = [Sent(Exchange) with { Request = null, Answer = null, Blocked = "no cluster" }] }).Should().Be(ChangeKind.LostCoverage);
    }

    [Test]
    public void Violation_is_not_fixed_where_fewer_exchanges_exercise_it()
    {
        var before = Of(Requirement(Vocabulary.Violates, conformsIn: 2));
        Kind(before, Of(Requirement(Vocabulary.Conforms, conformsIn: 2))).Should().Be(ChangeKind.LostCoverage);
        Kind(before, Of(Requirement(Vocabulary.Conforms, conformsIn: 3))).Should().Be(ChangeKind.Fixed);
    }

    [Test]
    public void Recording_repeats_a_violation_where_it_has_the_scenario()
    {
        var recorded = new TargetInfo("recorded", "file:///traffic.har");
        var after = Of(Requirement(Vocabulary.Conforms)) with { Target = recorded, Exchanges = [Sent($"{Operation}/nominal/entry-7")] };
        Kind(Of(Requirement(Vocabulary.Violates, conformsIn: 5)), after).Should().Be(ChangeKind.Fixed);
        Kind(Of(Requirement(Vocabulary.Violates)), after with { Exchanges = [Sent("x") with { Scenario = "unknown-id" }] }).Should().Be(ChangeKind.LostCoverage);
    }

    [Test]
    public void Result_beside_itself_is_unchanged([Values] bool waived)
    {
        var result = Of([.. AllVerdicts.Where(verdict => waived || verdict != Vocabulary.Waived).Select((verdict, index) => Requirement(verdict, name: $"/data/{index}:type"))]);
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
        var kept = Requirement(Vocabulary.Conforms, name: "/data/id:type");
        pairs.Add((OtherContract(Of(kept)), Of(kept, Requirement(Vocabulary.Conforms))));
        pairs.Add((Of(kept, Requirement(Vocabulary.Conforms)), OtherContract(Of(kept))));
        pairs.SelectMany(pair => ResultComparison.Of(pair.Item1, pair.Item2).Changes).Select(change => change.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<ChangeKind>());
    }

    [TestCase("must", "must", "violates", true)]
    [TestCase("should", "must", "violates", false)]
    [TestCase("should", "should", "violates", true)]
    [TestCase("must", "must", "waived", false)]
    public void New_violation_counts_at_the_level_of_the_later_run_and_without_a_waiver(string level, string deciding, string verdict, bool counts)
    {
        var after = Of(Requirement(verdict, level));
        after = after with { Conclusion = after.Conclusion with { Level = deciding } };
        ResultComparison.Of(Of(Requirement(Vocabulary.Conforms, level)), after).HasNewFailures.Should().Be(counts);
    }

    [Test]
    public void Requirement_that_the_contract_added_and_the_target_breaks_counts_as_new_failure()
    {
        var kept = Requirement(Vocabulary.Conforms, name: "/data/id:type");
        ResultComparison.Of(OtherContract(Of(kept)), Of(kept, Requirement(Vocabulary.Violates))).HasNewFailures.Should().BeTrue();
        ResultComparison.Of(OtherContract(Of(kept)), Of(kept, Requirement(Vocabulary.Conforms))).HasNewFailures.Should().BeFalse();
    }

    [Test]
    public void Sentence_names_what_is_new_and_what_was_lost()
    {
        var before = Of(Requirement(Vocabulary.Conforms), Requirement(Vocabulary.Conforms, name: "/data/id:type"));
        var after = Of(Requirement(Vocabulary.Violates), Requirement(Vocabulary.Blocked, name: "/data/id:type"));
        ResultComparison.Of(before, after).Sentence.Should().Be(
            "Against the run of 2026-01-15 12:00 UTC: 1 new violation, 1 lost coverage; newly violated: sample/query-sample#/data/mode:enum; exercised no more: sample/query-sample#/data/id:type.");
    }

    private static ChangeKind Kind(ResultDocument before, ResultDocument after) => ResultComparison.Of(before, after).Changes.Single().Kind;

    private static ResultDocument OtherContract(ResultDocument result) => result with { Contract = result.Contract with { Digest = new string('b', 64) } };
}
