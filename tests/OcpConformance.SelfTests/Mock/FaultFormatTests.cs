using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Schemas;
using OcpConformance.MockOcp.Faults;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class FaultFormatTests
{
    private static IEnumerable<string> Outcomes => Values("/definitions/outcome/enum");

    [Test]
    public void Fault_may_concern_every_outcome() => Outcomes.Should().BeEquivalentTo(ErrorCause.All.Append("success"));

    [Test]
    public void Each_way_to_page_wrongly_can_be_written() =>
        Values("/properties/answer/properties/paging/enum").Select(word => MockSession.Fault("success", $$"""{ "paging": "{{word}}" }""").Paging).Should().BeEquivalentTo(Enum.GetValues<PagingFault>().Cast<PagingFault?>());

    [Test]
    public void Each_way_to_be_wrong_about_objects_can_be_written() =>
        Values("/properties/answer/properties/state/enum").Select(word => MockSession.Fault("success", $$"""{ "state": "{{word}}" }""").State).Should().BeEquivalentTo(Enum.GetValues<StateFault>().Cast<StateFault?>());

    [TestCase("""{ "admits": ["somebody"] }""", "/answer/admits/0")]
    [TestCase("""{ "paging": "backwards" }""", "/answer/paging")]
    [TestCase("""{ "state": "forgetful" }""", "/answer/state")]
    [TestCase("""{ "ignoresLanguage": "yes" }""", "/answer/ignoresLanguage")]
    public void Word_that_is_unknown_is_refused_with_its_place(string answer, string place)
    {
        var read = () => MockSession.Fault("success", answer);
        read.Should().Throw<ContractException>().WithMessage($"*{place}*");
    }

    private static IEnumerable<string> Values(string pointer) =>
        JsonPointer.Find(Project.Contract.Schemas.Files["schemas/meta/fault.schema.json"], pointer)!.Value.EnumerateArray().Select(value => value.GetString()!);
}
