using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// What operations on the same object mean together. It follows from what the pages say that each of them does; none says how
/// soon the others know of it, so none of it is <c>must</c>.
/// </summary>
public static class LifecycleRules
{
    /// <summary>What was created can be read.</summary>
    public static Requirement CreatedIsShown { get; } = Rule("created-object-shown", "an object that was created is shown by the operation that reads it, as it was created");

    /// <summary>What was created can be found.</summary>
    public static Requirement CreatedIsListed { get; } = Rule("created-object-listed", "an object that was created is in its list");

    /// <summary>What was deleted cannot be read.</summary>
    public static Requirement DeletedIsRejected { get; } = Rule("rejects-deleted-object", "a request for an object that was deleted is rejected: no success, no data");

    /// <summary>What was deleted cannot be deleted.</summary>
    public static Requirement SecondDeletionIsRejected { get; } = Rule("rejects-second-deletion", "the deletion of an object that was deleted is rejected: no success, no data");

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

    private static Requirement Rule(string name, string sentence) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, sentence, Level.Should, CheckKind.Lifecycle, "API call description", "schemas/lifecycles.json");
}
