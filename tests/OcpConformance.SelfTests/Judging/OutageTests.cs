using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Judging;

public sealed class OutageTests
{
    private static readonly Exchange Success = Accepted.AsSent(Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First());

    [TestCase(FailureKind.ConnectionRefused)]
    [TestCase(FailureKind.ConnectTimeout)]
    [TestCase(FailureKind.NameNotResolved)]
    public void Request_that_found_no_target_is_blocked(FailureKind kind) =>
        IsBlocked(Failed(0, kind), "the target could not be reached: what happened");

    [TestCase(FailureKind.Timeout)]
    [TestCase(FailureKind.Tls)]
    [TestCase(FailureKind.Protocol)]
    [TestCase(FailureKind.TooLarge)]
    public void Target_that_was_there_and_did_not_answer_is_at_fault(FailureKind kind) =>
        Verdicts.Violated(Failed(0, kind), Failed(2, FailureKind.ConnectionRefused)).Should().Equal(ProtocolRules.AnswerArrives.Id);

    [Test]
    public void Connection_that_broke_off_while_the_target_was_there_is_the_fault_of_the_target() =>
        Verdicts.Violated(Failed(0, FailureKind.ConnectionLost), At(2), Failed(4, FailureKind.ConnectionRefused)).Should().Equal(ProtocolRules.AnswerArrives.Id);

    [Test]
    public void Connection_that_broke_off_because_the_target_went_is_blocked() =>
        IsBlocked(Failed(0, FailureKind.ConnectionLost), "the target went away: what happened, and then what happened", Failed(2, FailureKind.ConnectionRefused), At(3));

    [Test]
    public void Connections_that_broke_off_together_are_blocked() =>
        IsBlocked(Failed(0, FailureKind.ConnectionLost), "the target went away", Failed(2, FailureKind.ConnectionLost), Failed(4, FailureKind.ConnectionRefused));

    [Test]
    public void Answer_that_was_under_way_when_the_target_went_does_not_show_that_it_was_there() =>
        IsBlocked(Failed(0, FailureKind.ConnectionLost), "the target went away", At(0.5), Failed(2, FailureKind.ConnectionRefused));

    [Test]
    public void Connection_that_was_seen_to_break_off_when_the_target_was_back_is_blocked() =>
        IsBlocked(Failed(0, FailureKind.ConnectionLost), "the target went away", Failed(0.5, FailureKind.ConnectionRefused), At(2));

    [TestCase(FailureKind.ConnectionLost)]
    [TestCase(FailureKind.Timeout)]
    public void Last_request_that_is_not_answered_is_the_fault_of_the_target(FailureKind kind) =>
        Verdicts.Violated(Failed(1, kind), At(0)).Should().Equal(ProtocolRules.AnswerArrives.Id);

    // Times are counted in durations of an exchange.
    private static Exchange At(double time) => Success with { StartedAt = Accepted.Start + (Accepted.Elapsed * time), Elapsed = Accepted.Elapsed };

    private static Exchange Failed(double time, FailureKind kind) => At(time) with { Answer = null, Failure = new TransportFailure(kind, Message.Verbatim("what happened")) };

    private static void IsBlocked(Exchange exchange, string reason, params Exchange[] others) =>
        Verdicts.Of(exchange, others).Verdicts.Should().NotBeEmpty().And.OnlyContain(verdict => verdict.Kind == VerdictKind.Blocked && verdict.Reason!.Text.StartsWith(reason));
}
