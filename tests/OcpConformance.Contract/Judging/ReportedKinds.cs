using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// Says under which kind of check a violation is reported, so that the name of a check is true of what fails under it.
/// </summary>
public static class ReportedKinds
{
    /// <summary>
    /// The kind that a requirement belongs to in the answer to a scenario: its own, but what the scenario alone is there to
    /// find out belongs to the purpose of the scenario.
    /// </summary>
    /// <param name="requirement">A requirement that applies to the scenario.</param>
    /// <param name="scenario">How the operation was called.</param>
    public static CheckKind Of(Requirement requirement, Scenario scenario) => IsAskedBy(scenario, requirement)
        ? scenario.Purpose
        : requirement == EnvelopeRules.MessageLanguage && !scenario.IsValid ? CheckKind.Language
        : requirement.Kind;

    /// <summary>
    /// Whether an exchange has a report of its own for a kind: the nominal one for every kind, any other one for its purpose.
    /// What else is found in the others is reported together, once for the operation and the kind.
    /// </summary>
    /// <param name="scenario">How the operation was called.</param>
    /// <param name="kind">The kind.</param>
    public static bool StandAlone(Scenario scenario, CheckKind kind) => scenario.Kind == ScenarioKind.Nominal || scenario.Purpose == kind;

    // That the request succeeds says here whether the other way to authenticate works, and whether an object can be created,
    // and no requirement of that kind says so.
    private static bool IsAskedBy(Scenario scenario, Requirement requirement) =>
        requirement == ProtocolRules.NominalSucceeds
        && scenario.Kind is ScenarioKind.Signed or ScenarioKind.WithPassword or ScenarioKind.Lifecycle;
}
