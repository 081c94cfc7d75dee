using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.SelfTests.Mutation;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Judging;

public sealed class RateLimitTests
{
    private static readonly Exchange Success = Accepted.AsSent(Accepted.Successes(Project.Contract["backup/query-backup-ability"]).First());

    private static IEnumerable<string> AnyScenario => Accepted.Rejections().Prepend(Success).Select(exchange => exchange.Id);

    [TestCaseSource(nameof(AnyScenario))]
    public void Documented_rejection_with_429_blocks_what_needs_an_answer(string id)
    {
        var exchange = Accepted.Rejections().Prepend(Success).Single(candidate => candidate.Id == id);
        var verdicts = Verdicts.Of(Accepted.AsSent(RateLimitMutants.Throttled(exchange))).Verdicts;

        verdicts.Should().NotContain(verdict => verdict.Kind == VerdictKind.Violates);
        verdicts.Where(verdict => verdict.Kind == VerdictKind.Conforms).Select(verdict => verdict.Requirement)
            .Should().BeEquivalentTo([ProtocolRules.AnswerArrives, RateLimitRules.ThrottledEnvelope]);
        verdicts.Where(verdict => verdict.Kind == VerdictKind.Blocked).Should().OnlyContain(verdict => verdict.Reason!.Text.Contains("OCP_RATE_BUDGET_SECONDS"));
    }

    [Test]
    public void Throttled_request_does_not_show_that_the_operation_is_there()
    {
        var page = Bodies.With(Bodies.WithHeader(Success, "Content-Type", "text/html"), "<html></html>").Answer;
        var unknown = Accepted.Rejection(ScenarioKind.UnknownValue) with { Answer = page };
        var throttled = Accepted.AsSent(RateLimitMutants.Throttled(Success));
        new Judge(Project.Contract, new JudgeOptions { UnknownPaths = new UnknownPaths(page, ReleaseIsKnown: false) }, [throttled, unknown]).Examine(unknown).Verdicts
            .Should().NotContain(verdict => verdict.Kind == VerdictKind.Violates);
    }

    [Test]
    public void Answer_without_the_headers_exercises_nothing() => KindsOf(Success).Should().Equal(Enumerable.Repeat(VerdictKind.NotExercised, RateLimitRules.All.Count));

    [Test]
    public void Headers_that_agree_conform() => KindsOf(Later(At(0, "10"), 1, "9"), At(0, "10"))
        .Should().Equal(VerdictKind.Conforms, VerdictKind.Conforms, VerdictKind.Conforms, VerdictKind.Conforms, VerdictKind.NotExercised);

    [TestCase("10", "10")]
    [TestCase("10", "11")]
    public void Remaining_that_does_not_fall_within_a_window_is_reported_in_the_later_answer_alone(string first, string second)
    {
        var earlier = At(0, first);
        var later = Later(earlier, 1, second);
        Verdicts.Violated(later, earlier).Should().Equal(RateLimitRules.RemainingFalls.Id);
        Verdicts.Violated(earlier, later).Should().BeEmpty();
    }

    [TestCase(0.02, "60", 100, "a", TestName = "Requests that were under way together")]
    [TestCase(1, "2", 100, "a", TestName = "A window that may have ended in between")]
    [TestCase(1, "70", 100, "a", TestName = "A window that ends later than the first one")]
    [TestCase(1, "59", 200, "a", TestName = "Another limit")]
    [TestCase(1, "59", 100, "b", TestName = "Another server")]
    public void Remaining_is_not_compared_between(double seconds, string reset, int limit, string server)
    {
        var earlier = At(0, "10", reset == "2" ? "2" : "60");
        var later = Bodies.Edit(RateLimitMutants.Limited(Later(earlier, seconds, "10"), $"{limit}", "10", reset), body => body["server"] = server);
        KindsOf(later, Bodies.Edit(earlier, body => body["server"] = "a"))[3].Should().Be(VerdictKind.NotExercised);
    }

    [Test]
    public void Message_on_a_429_names_the_place_and_the_statement()
    {
        var throttled = Bodies.Edit(Accepted.AsSent(RateLimitMutants.Throttled(Success)), body => body["error"]!["message"] = 7);
        var finding = Verdicts.Single(throttled, RateLimitRules.ThrottledEnvelope.Id).Findings.Single();
        finding.Place.Should().Be("/error/message");
        finding.Actual.Text.Should().Contain("the number 7").And.Contain("error.message");
    }

    private static Exchange At(double seconds, string remaining, string reset = "60") => RateLimitMutants.Limited(Success, "100", remaining, reset) with
    {
        Id = $"{Success.Id}/{seconds}",
        StartedAt = Success.StartedAt.AddSeconds(seconds),
    };

    private static Exchange Later(Exchange earlier, double seconds, string remaining) => Bodies.Edit(
        At(seconds, remaining, $"{int.Parse(earlier.Answer!.Header(RateLimit.ResetHeader)!) - (int)seconds}"), body => body["traceId"] = "00000000000000cc");

    private static List<VerdictKind> KindsOf(Exchange exchange, params Exchange[] others) =>
        [.. Verdicts.Of(exchange, others).Verdicts.Where(verdict => RateLimitRules.All.Contains(verdict.Requirement)).Select(verdict => verdict.Kind)];
}
