using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// What operations on the same object mean together. It follows from what the pages say that each of them does; none says how
/// soon the others know of it, so none of it is <c>must</c>.
/// </summary>
public static class LifecycleRules
{
    /// <summary>What was created can be read.</summary>
    public static Requirement CreatedIsShown { get; } = Rule("created-object-shown");

    /// <summary>What was created can be found.</summary>
    public static Requirement CreatedIsListed { get; } = Rule("created-object-listed");

    /// <summary>What was deleted cannot be read.</summary>
    public static Requirement DeletedIsRejected { get; } = Rule("rejects-deleted-object");

    /// <summary>What was deleted cannot be deleted.</summary>
    public static Requirement SecondDeletionIsRejected { get; } = Rule("rejects-second-deletion");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [CreatedIsShown, CreatedIsListed, DeletedIsRejected, SecondDeletionIsRejected];

    /// <summary>Those that the exchange of a step decides, beside what holds for every answer.</summary>
    public static IReadOnlyList<Requirement> Of(Scenario scenario) => scenario.Detail switch
    {
        LifecycleStep.Read => [CreatedIsShown],
        LifecycleStep.List => [CreatedIsListed],
        LifecycleStep.ReadDeleted => [DeletedIsRejected],
        LifecycleStep.DeleteTwice => [SecondDeletionIsRejected],
        _ => [],
    };

    private static Requirement Rule(string name) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, Message.Of(name), Level.Should, CheckKind.Lifecycle, "API call description", "schemas/lifecycles.json");
}
