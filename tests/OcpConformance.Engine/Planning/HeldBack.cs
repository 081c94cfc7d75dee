using OcpConformance.Contract.Catalog;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Planning;

/// <summary>Says why something is not sent to a live target.</summary>
/// <param name="contract">The operations.</param>
/// <param name="effects">What requests may do.</param>
internal sealed class HeldBack(ContractCatalog contract, IReadOnlySet<Effect> effects)
{
    /// <summary>Why an operation is not called by itself; null where it is.</summary>
    public string? Of(Operation operation) =>
        ByEffect(operation)
        ?? (!operation.TakesJson ? "its body is a file, and files are not sent to a live target"
            : contract.Lifecycles.Objects.FirstOrDefault(lifecycle => lifecycle.Create == operation.Id || lifecycle.Delete == operation.Id) is { } lifecycle
                ? Of(lifecycle) ?? $"the run creates {lifecycle.Title} and deletes it again, and no other"
                : null);

    /// <summary>Why an object is not created and deleted again; null where it is.</summary>
    public string? Of(ObjectLifecycle lifecycle) =>
        ByEffect(contract[lifecycle.Create]) is { } create ? $"{lifecycle.Title} is not created: {create}"
        : ByEffect(contract[lifecycle.Delete]) is { } delete ? $"{lifecycle.Title} would not be deleted again: {delete}"
        : lifecycle.Answer is null ? $"the answer to the creation does not name {lifecycle.Title}, so that a live target might not be left as it was found"
        : null;

    private string? ByEffect(Operation operation) =>
        SafetyGuard.Allows(operation.Method, operation.Effect, effects) ? null
        : operation.Effect == Effect.Read ? $"it is sent with {operation.Method}, and OCP_EFFECTS does not allow write"
        : $"its effect is {operation.Effect.ToString().ToLowerInvariant()}, and OCP_EFFECTS does not allow that";
}
