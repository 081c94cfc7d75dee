using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Planning;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Judging;

public sealed class ReportedKindTests
{
    private static readonly IReadOnlyList<PlannedExchange> Plan = ScenarioPlanner.ForMock(Project.Contract, Project.Fixtures, ["*"]);

    private static readonly ApplicableRequirements Applicable = new(Project.Contract);

    [Test]
    public void Plan_has_exchanges_of_every_purpose() =>
        Plan.Select(planned => planned.Scenario.Purpose).Distinct().Should().HaveCountGreaterThanOrEqualTo(6);

    [Test]
    public void Every_exchange_is_judged_by_something_of_the_kind_that_it_is_there_for() =>
        Plan.Where(planned => !Requirements(planned).Any(requirement => ReportedKinds.Of(requirement, planned.Scenario) == planned.Scenario.Purpose))
            .Select(planned => planned.Id).Should().BeEmpty();

    [Test]
    public void Statements_of_schemas_are_reported_under_their_own_kind_in_every_scenario() =>
        Plan.SelectMany(planned => Requirements(planned).Where(requirement => requirement.Id.Contains('#') && ReportedKinds.Of(requirement, planned.Scenario) != requirement.Kind))
            .Should().BeEmpty();

    [TestCase(ScenarioKind.Nominal, null, CheckKind.Answer)]
    [TestCase(ScenarioKind.Page, "1", CheckKind.Answer)]
    [TestCase(ScenarioKind.Signed, null, CheckKind.Authentication)]
    [TestCase(ScenarioKind.WithPassword, null, CheckKind.Authentication)]
    [TestCase(ScenarioKind.Lifecycle, LifecycleStep.Create, CheckKind.Lifecycle)]
    public void Failed_request_is_reported_under_what_it_was_to_show(ScenarioKind kind, string? detail, CheckKind expected) =>
        ReportedKinds.Of(ProtocolRules.NominalSucceeds, new Scenario(kind, detail)).Should().Be(expected);

    [TestCase(ScenarioKind.LanguageOfError, CheckKind.Language)]
    [TestCase(ScenarioKind.UnknownValue, CheckKind.Language)]
    [TestCase(ScenarioKind.Nominal, CheckKind.Envelope)]
    public void Message_in_another_language_is_reported_as_such_where_a_message_is_expected(ScenarioKind kind, CheckKind expected) =>
        ReportedKinds.Of(EnvelopeRules.MessageLanguage, new Scenario(kind, "zh-CN")).Should().Be(expected);

    [TestCase(ScenarioKind.Nominal, CheckKind.Enumeration, true)]
    [TestCase(ScenarioKind.WithoutCredentials, CheckKind.Authentication, true)]
    [TestCase(ScenarioKind.WithoutCredentials, CheckKind.Envelope, false)]
    [TestCase(ScenarioKind.Language, CheckKind.Enumeration, false)]
    public void Exchange_stands_alone_under_the_kind_that_it_is_there_for(ScenarioKind kind, CheckKind check, bool alone) =>
        ReportedKinds.StandAlone(new Scenario(kind), check).Should().Be(alone);

    private static IReadOnlyList<Requirement> Requirements(PlannedExchange planned) => Applicable.Of(planned.Operation, planned.Scenario);
}
