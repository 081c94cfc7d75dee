using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>What is required of answers to requests beside the documented ones; everything else about them is recorded as information.</summary>
public static class ObservationRules
{
    /// <summary>What is not documented shows no data.</summary>
    public static Requirement NothingElseSucceeds { get; } = Requirement.OfRule(
        Requirement.ProtocolScope,
        "no-data-beside-documented",
        Message.Of("no-data-beside-documented"),
        Level.Must,
        CheckKind.Transport,
        "API call description",
        "schemas/envelope/envelope.schema.json");
}
