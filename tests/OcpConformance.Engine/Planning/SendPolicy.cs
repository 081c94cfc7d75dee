using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Planning;

/// <summary>
/// Says why something is not sent to a live target. What changes something touches only what the run created itself, or what
/// the settings name: the operation, and every object in its path and query.
/// </summary>
/// <param name="contract">The operations.</param>
/// <param name="settings">What requests may do, and what is named.</param>
internal sealed class SendPolicy(ContractCatalog contract, RunSettings settings)
{
    /// <summary>Why an operation is not called by itself; null where it is.</summary>
    public string? Of(Operation operation) =>
        ByEffect(operation)
        ?? (!operation.TakesJson ? "its body is a file, and files are not sent to a live target"
            : contract.Lifecycles.Objects.FirstOrDefault(lifecycle => lifecycle.Create == operation.Id || lifecycle.Delete == operation.Id) is { } lifecycle
                ? Of(lifecycle) ?? $"the run creates {lifecycle.Title} and deletes it again, and no other"
                : Unnamed(operation));

    /// <summary>Why an object is not created and deleted again; null where it is.</summary>
    public string? Of(ObjectLifecycle lifecycle) =>
        ByEffect(contract[lifecycle.Create]) is { } create ? $"{lifecycle.Title} is not created: {create}"
        : ByEffect(contract[lifecycle.Delete]) is { } delete ? $"{lifecycle.Title} would not be deleted again: {delete}"
        : lifecycle.Answer is null ? $"the answer to the creation does not name {lifecycle.Title}, so that a live target might not be left as it was found"
        : null;

    private string? Unnamed(Operation operation)
    {
        if (operation.Effect == Effect.Read)
        {
            return null;
        }

        var missing = operation.Parameters.Select(parameter => parameter.Resource).OfType<string>().Distinct().Where(resource => !settings.ResourceValues.ContainsKey(resource)).Select(resource => contract.Resources[resource].Setting).ToList();
        string?[] remedies =
        [
            settings.Select.Contains(operation.Id) ? null : $"name {operation.Id} in {SettingNames.Select}, without *",
            missing.Count == 0 ? null : $"set {string.Join(", ", missing)}",
        ];
        var remedy = string.Join(", and ", remedies.OfType<string>());
        return remedy.Length == 0 ? null : $"it changes what the target has; {remedy}{(operation.BodySchema is null ? string.Empty : $" (its body comes from {FixtureLoader.Folder}/{operation.Id})")}";
    }

    private string? ByEffect(Operation operation) =>
        SafetyGuard.Allows(operation.Method, operation.Effect, settings.Effects) ? null
        : operation.Effect == Effect.Read ? $"it is sent with {operation.Method}, and OCP_EFFECTS does not allow write"
        : $"its effect is {operation.Effect.ToString().ToLowerInvariant()}, and OCP_EFFECTS does not allow that";
}
