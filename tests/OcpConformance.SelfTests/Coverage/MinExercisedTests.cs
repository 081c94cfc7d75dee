using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Coverage;

public sealed class MinExercisedTests
{
    private const string Structure = """{"type":"object","properties":{"mode":{"type":"string","enum":["A"]},"name":{"type":"string"}}}""";

    [TestCase(2, 1, 66, true)]
    [TestCase(2, 1, 67, false)]
    [TestCase(1, 1, 50, true)]
    [TestCase(1, 1, 51, false)]
    [TestCase(999, 1, 99, true)]
    [TestCase(999, 1, 100, false)]
    [TestCase(3, 0, 100, true)]
    [TestCase(0, 3, 0, true)]
    [TestCase(0, 3, 1, false)]
    [TestCase(0, 0, 100, true)]
    public void Share_is_enough_from_the_demanded_percent_on(int exercised, int missing, int demanded, bool enough) =>
        (Share(exercised, missing).Shortfall(demanded) is null).Should().Be(enough);

    [Test]
    public void Shortfall_names_share_demand_and_the_first_that_are_missing() =>
        Message.Sentence(Share(1999, 5).Shortfall(100)!).Text.Should().Be("1999 of 2004 requirements were exercised, which is 99.7 percent, and OCP_MIN_EXERCISED demands 100; not exercised: r0, r1, r2 and 2 more.");

    [Test]
    public void Share_that_is_too_little_is_never_rounded_up_to_the_demand() =>
        Share(5999, 4001).Shortfall(60)!.Text.Should().Contain("which is 59.9 percent");

    [Test]
    public void Run_below_the_demand_is_incomplete()
    {
        using var folder = new TemporaryContract().WithStructure(Structure);
        var outcome = Recordings.Judge(folder.Load(), new RunSettings { MinExercised = 99 }, """{"mode":"A"}""");
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Incomplete);
        outcome.Conclusion.Reason.Text.Should().Contain("OCP_MIN_EXERCISED demands 99; not exercised: ");
        var coverage = outcome.Result.Coverage.Requirements;
        outcome.Conclusion.Reason.Text.Should().StartWith($"{coverage.Seen} of {coverage.Documented} requirements were exercised");
    }

    [Test]
    public void Violation_stays_one_below_the_demand()
    {
        using var folder = new TemporaryContract().WithStructure(Structure);
        var outcome = Recordings.Judge(folder.Load(), new RunSettings { MinExercised = 99 }, """{"mode":"B"}""");
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.NonConformant);
        outcome.Conclusion.Reason.Text.Should().StartWith("1 requirement is violated. ").And.Contain("OCP_MIN_EXERCISED demands 99");
    }

    [Test]
    public void Nothing_is_demanded_by_default()
    {
        using var folder = new TemporaryContract().WithStructure(Structure);
        var outcome = Recordings.Judge(folder.Load(), new RunSettings(), "{}");
        outcome.Conclusion.Outcome.Should().Be(ConclusionKind.Conformant, outcome.Conclusion.Reason.Text);
    }

    private static ExercisedShare Share(int exercised, int missing) => new(exercised, [.. Enumerable.Range(0, missing).Select(index => $"r{index}")]);
}
