using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Model;
using static OcpConformance.SelfTests.Support.Results;

namespace OcpConformance.SelfTests.Comparison;

public sealed class DriftTests
{
    private const string Value = $"{Operation}#/data/mode=A";

    [Test]
    public void Undocumented_members_that_appeared_and_vanished_are_listed()
    {
        var before = Of() with { Exchanges = [Sent(Exchange, "/data/old", "/data/same")] };
        var after = Of() with { Exchanges = [Sent(Exchange, "/data/same"), Sent("another", "/data/new")] };
        var drift = Drift.Between(before, after);
        drift.AppearedMembers.Should().Equal($"{Operation}#/data/new");
        drift.VanishedMembers.Should().Equal($"{Operation}#/data/old");
    }

    [Test]
    public void Operation_that_one_run_did_not_exercise_has_no_drift_and_is_named()
    {
        var before = Of() with { Exchanges = [Sent(Exchange, "/data/old")] };
        var after = Missing(Of(), []) with { Coverage = CoverageInfo.None with { UnexercisedOperations = [Operation] } };
        Drift.Between(before, after).Should().BeEquivalentTo(new Drift([], [], [], [], [Operation]));
        Drift.Between(after, before).Should().BeEquivalentTo(new Drift([], [], [], [], [Operation]));
    }

    [Test]
    public void Documented_value_that_is_missing_no_more_was_seen_first()
    {
        var (before, after) = (Missing(Of(Requirement(VerdictKind.Conforms)), [Value, $"{Operation}#/data/mode=B"]), Missing(Of(Requirement(VerdictKind.Conforms)), [$"{Operation}#/data/mode=B"]));
        Drift.Between(before, after).FirstValues.Should().Equal(Value);
        Drift.Between(after, before).FirstValues.Should().BeEmpty();
    }

    [Test]
    public void Value_of_an_operation_that_was_not_exercised_again_is_not_called_seen()
    {
        var after = Of(Requirement(VerdictKind.NotExercised)) with { Coverage = CoverageInfo.None with { UnexercisedOperations = [Operation] } };
        Drift.Between(Missing(Of(Requirement(VerdictKind.Conforms)), [Value]), after).FirstValues.Should().BeEmpty();
    }

    [Test]
    public void Value_that_only_one_of_the_contracts_lists_is_not_called_seen()
    {
        var before = Missing(Of(Requirement(VerdictKind.Conforms)), [Value]);
        Drift.Between(before, Of(Requirement(VerdictKind.Conforms) with { Sentence = Message.Verbatim("data.mode is one of B") })).FirstValues.Should().BeEmpty();
        Drift.Between(before, Of()).FirstValues.Should().BeEmpty();
    }

    [Test]
    public void Undocumented_value_that_was_found_first_is_listed()
    {
        var before = Of(Requirement(VerdictKind.Violates, actual: "the string \"X\""));
        Drift.Between(before, Of(Requirement(VerdictKind.Waived, actual: "the string \"Y\""))).ForeignValues.Should().Equal($"{Operation}#/data/mode: the string \"Y\"");
        Drift.Between(before, before).ForeignValues.Should().BeEmpty();
    }

    [Test]
    public void Known_value_that_was_found_first_is_listed_as_well()
    {
        var known = Requirement(VerdictKind.Violates, Level.Should, "/data/mode:enum-known", actual: "the string \"C\"") with { Kind = CheckKind.Enumeration };
        Drift.Between(Of(Requirement(VerdictKind.Conforms)), Of(Requirement(VerdictKind.Conforms), known)).ForeignValues.Should().Equal($"{Operation}#/data/mode: the string \"C\"");
    }

    private static ResultDocument Missing(ResultDocument result, IReadOnlyList<string> values) => result with { Coverage = CoverageInfo.None with { MissingValues = values } };
}
