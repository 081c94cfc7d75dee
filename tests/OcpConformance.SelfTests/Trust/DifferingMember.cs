namespace OcpConformance.SelfTests.Trust;

/// <summary>A member of a result that may differ between two runs that are the same.</summary>
/// <param name="Part">Where it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why it differs.</param>
internal sealed record DifferingMember(ResultPart Part, string Name, string Reason);

/// <summary>The parts of a result that have members which may differ.</summary>
internal enum ResultPart
{
    Run,
    Exchange,
    RequestHeader,
    AnswerHeader,
    Envelope,
    Address,
}
