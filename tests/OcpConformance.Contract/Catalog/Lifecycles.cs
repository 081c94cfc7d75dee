namespace OcpConformance.Contract.Catalog;

/// <summary>Which operations make, show and remove the same objects, and how tasks come to an end.</summary>
/// <param name="Tasks">How tasks come to an end; null where nothing says it.</param>
/// <param name="Objects">The objects, ordered by kind.</param>
public sealed record Lifecycles(TaskLifecycle? Tasks, IReadOnlyList<ObjectLifecycle> Objects)
{
    /// <summary>Nothing is known.</summary>
    public static Lifecycles None { get; } = new(null, []);

    /// <summary>What is left where only some operations exist: an object needs its creation and its deletion.</summary>
    /// <param name="operations">Ids of those that exist.</param>
    public Lifecycles For(IReadOnlyCollection<string> operations) => new(
        Tasks is { } tasks && operations.Contains(tasks.Read) ? tasks : null,
        [.. Objects.Where(found => operations.Contains(found.Create) && operations.Contains(found.Delete)).Select(found => found with
        {
            Read = found.Read is { } read && operations.Contains(read) ? read : null,
            List = found.List is { } list && operations.Contains(list) ? list : null,
        })]);
}
