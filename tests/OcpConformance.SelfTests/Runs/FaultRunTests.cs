using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Concluding;
using OcpConformance.MockOcp.Faults;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Runs;

public sealed class FaultRunTests
{
    private const string Operation = "backup/query-backup-ability";

    private static IEnumerable<string> Faults => FaultLoader.Names(Project.Contract);

    [TestCaseSource(nameof(Faults))]
    public async Task Run_against_a_fault_is_red_for_that_reason_alone(string name)
    {
        var fault = FaultLoader.Load(Project.Contract, name);
        var outcome = await InProcess.MockAsync(Selection(fault), fault, fault.ExpectedLevel == "should" ? Level.Should : Level.Must, parallel: 1);

        InProcess.Violated(outcome).Should().BeEquivalentTo(fault.ExpectedViolations);
        outcome.Conclusion.Kind.Should().Be(ConclusionKind.NonConformant);
    }

    [TestCase("mode-outside-ability")]
    [TestCase("unknown-envelope-member")]
    public async Task Violation_of_level_should_warns_and_does_not_fail_the_run(string name)
    {
        var outcome = await InProcess.MockAsync(Operation, FaultLoader.Load(Project.Contract, name));

        outcome.Conclusion.Kind.Should().Be(ConclusionKind.Conformant);
        outcome.Conclusion.Reason.Should().Contain("of level should warn");
        outcome.Result.Totals.ShouldViolations.Should().Be(1);
    }

    [Test]
    public void There_is_a_fault_for_each_requirement_on_the_protocol_on_throttling_and_each_rule_of_the_envelope()
    {
        // A nesting of 65 levels is shown by a mutant; as a fault it would say nothing about HTTP.
        var reported = Faults.SelectMany(name => FaultLoader.Load(Project.Contract, name).ExpectedViolations);
        ProtocolRules.All.Concat(EnvelopeRules.All).Concat(RejectionRules.All).Concat(PagingRules.All).Concat(RateLimitRules.All).Concat(LifecycleRules.All).Append(ObservationRules.NothingElseSucceeds).Select(requirement => requirement.Id)
            .Except(reported).Should().BeEquivalentTo("protocol!json-depth");
    }

    // The life of an object takes several operations, which are in one area.
    private static string Selection(Fault fault) =>
        fault.ExpectedViolations.Intersect(LifecycleRules.All.Select(requirement => requirement.Id)).Any() ? $"{fault.Operation!.Split('/')[0]}/*" : fault.Operation ?? Operation;
}
