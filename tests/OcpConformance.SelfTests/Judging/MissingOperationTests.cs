using System.Text;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Judging;

/// <summary>Operations that a target seems not to have.</summary>
public sealed class MissingOperationTests
{
    private const string Assumed = "cluster/get-cluster-stats";
    private const string Documented = "cluster/query-clusters";
    private const string Shadowed = "alarm/fetch-history-alarms";

    private static readonly ExchangeAnswer NoSuchPath = Rejected(404, "PATH");

    [TestCase(Assumed, true, VerdictKind.Blocked)]
    [TestCase(Assumed, false, VerdictKind.Blocked)]
    [TestCase(Documented, true, VerdictKind.Violates)]
    [TestCase(Documented, false, VerdictKind.Blocked)]
    public void Answer_like_that_of_an_unknown_path_is_a_violation_only_where_the_release_has_the_operation(string operation, bool releaseIsKnown, VerdictKind kind) =>
        Succeeds(operation, NoSuchPath, new UnknownPaths(NoSuchPath, releaseIsKnown)).Kind.Should().Be(kind);

    [TestCase(Assumed, 404, "OBJECT", VerdictKind.Violates, TestName = "Operation_of_an_assumed_release_is_missing(not_where_an_object_is)")]
    [TestCase(Assumed, 500, "PATH", VerdictKind.Violates, TestName = "Operation_of_an_assumed_release_is_missing(not_where_it_fails)")]
    [TestCase(Assumed, 405, "METHOD", VerdictKind.Blocked, TestName = "Operation_of_an_assumed_release_is_missing(where_the_path_has_another_method)")]
    [TestCase(Documented, 405, "METHOD", VerdictKind.Violates, TestName = "Operation_of_an_assumed_release_is_missing(not_of_a_documented_one)")]
    [TestCase(Shadowed, 400, "ID", VerdictKind.Blocked, TestName = "Operation_of_an_assumed_release_is_missing(where_its_path_is_taken_for_an_id)")]
    [TestCase(Assumed, 400, "ID", VerdictKind.Violates, TestName = "Operation_of_an_assumed_release_is_missing(not_where_no_other_path_fits)")]
    public void Operation_of_an_assumed_release_is_missing(string operation, int status, string code, VerdictKind kind) =>
        Succeeds(operation, Rejected(status, code), new UnknownPaths(NoSuchPath, ReleaseIsKnown: true)).Kind.Should().Be(kind);

    [Test]
    public void Any_answer_to_an_unknown_path_is_known_again()
    {
        var strange = Rejected(400, "NOTHING");
        Succeeds(Assumed, strange, new UnknownPaths(strange, ReleaseIsKnown: true)).Kind.Should().Be(VerdictKind.Blocked);
        Succeeds(Assumed, NoSuchPath, new UnknownPaths(null, ReleaseIsKnown: true)).Kind.Should().Be(VerdictKind.Blocked);
        Succeeds(Documented, NoSuchPath, new UnknownPaths(null, ReleaseIsKnown: true)).Kind.Should().Be(VerdictKind.Violates);
    }

    [Test]
    public void Refusal_of_an_operation_without_envelope_may_come_in_another_media_type()
    {
        var page = NoSuchPath with { Headers = [new Header("Content-Type", "text/html")], Body = Encoding.UTF8.GetBytes("<html>404</html>") };
        Succeeds("sql-performance/query-workload-report", page, new UnknownPaths(NoSuchPath, ReleaseIsKnown: true)).Kind.Should().Be(VerdictKind.Blocked);
    }

    [Test]
    public void Reason_says_what_is_assumed() =>
        Succeeds(Assumed, NoSuchPath, new UnknownPaths(NoSuchPath, ReleaseIsKnown: true)).Reason!.Text
            .Should().Be("the target answers this operation as if it did not have it, and that OCP has it since 4.3.0 is assumed");

    [Test]
    public void Mock_has_every_operation() => Succeeds(Assumed, NoSuchPath, null).Kind.Should().Be(VerdictKind.Violates);

    private static Verdict Succeeds(string operation, ExchangeAnswer answer, UnknownPaths? unknown)
    {
        var exchange = Accepted.Successes(Project.Contract[operation]).First() with { Answer = answer };
        return new Judge(Project.Contract, new JudgeOptions { UnknownPaths = unknown }, [exchange]).Examine(exchange)
            .Verdicts.Single(verdict => verdict.Requirement == ProtocolRules.NominalSucceeds);
    }

    private static ExchangeAnswer Rejected(int status, string code) => Bodies.Edit(Accepted.Rejection(ScenarioKind.UnknownValue), body =>
    {
        body["status"] = status;
        body["error"]!["code"] = code;
    }).Answer! with
    { Status = status };
}
