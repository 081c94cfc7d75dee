namespace OcpConformance.Contract.Exchanges;

/// <summary>The steps of an object from its creation to after its deletion; each is a scenario of kind <see cref="ScenarioKind.Lifecycle"/>.</summary>
public static class LifecycleStep
{
    /// <summary>It is created.</summary>
    public const string Create = "create";

    /// <summary>The list that has it is asked for.</summary>
    public const string List = "list";

    /// <summary>It is asked for.</summary>
    public const string Read = "read";

    /// <summary>It is deleted.</summary>
    public const string Delete = "delete";

    /// <summary>It is asked for after that.</summary>
    public const string ReadDeleted = "read-deleted";

    /// <summary>It is deleted once more.</summary>
    public const string DeleteTwice = "delete-twice";

    /// <summary>The steps whose requests are valid.</summary>
    public static IReadOnlyList<string> Valid { get; } = [Create, List, Read, Delete];

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Valid, ReadDeleted, DeleteTwice];
}
