using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>What is required of answers to requests beside the documented ones; everything else about them is recorded as information.</summary>
public static class ObservationRules
{
    /// <summary>What is not documented shows no data.</summary>
    public static Requirement NothingElseSucceeds { get; } = Requirement.OfRule(
        Requirement.ProtocolScope,
        "no-data-beside-documented",
        "nothing but the enveloped answer of a documented operation claims success with data",
        Level.Must,
        CheckKind.Transport,
        "API call description",
        "schemas/envelope/envelope.schema.json");
}
