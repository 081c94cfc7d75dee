using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Messages;
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
    public Message? Of(Operation operation) =>
        ByEffect(operation)
        ?? (!operation.TakesJson ? Message.Of("body-is-file")
            : contract.Lifecycles.Objects.FirstOrDefault(lifecycle => lifecycle.Create == operation.Id || lifecycle.Delete == operation.Id) is { } lifecycle
                ? Of(lifecycle) ?? Message.Of("only-own-object", lifecycle.Title)
                : Unnamed(operation));

    /// <summary>Why an object is not created and deleted again; null where it is.</summary>
    public Message? Of(ObjectLifecycle lifecycle) =>
        ByEffect(contract[lifecycle.Create]) is { } create ? Message.Of("not-created", lifecycle.Title, create)
        : ByEffect(contract[lifecycle.Delete]) is { } delete ? Message.Of("not-deleted-again", lifecycle.Title, delete)
        : lifecycle.Answer is null ? Message.Of("created-not-named", lifecycle.Title)
        : null;

    private Message? Unnamed(Operation operation)
    {
        if (operation.Effect == Effect.Read)
        {
            return null;
        }

        var missing = operation.Parameters.Select(parameter => parameter.Resource).OfType<string>().Distinct().Where(resource => !settings.ResourceValues.ContainsKey(resource)).Select(resource => contract.Resources[resource].Setting).ToList();
        Message?[] remedies =
        [
            settings.Select.Contains(operation.Id) ? null : Message.Of("name-in-setting", operation.Id, SettingNames.Select),
            missing.Count == 0 ? null : Message.Of("set-settings", Argument.List(missing)),
        ];
        Message[] needed = [.. remedies.OfType<Message>()];
        return needed.Length == 0 ? null
            : operation.BodySchema is null ? Message.Of("changes-target", Argument.List(needed))
            : Message.Of("changes-target-with-body", Argument.List(needed), $"{FixtureLoader.Folder}/{operation.Id}");
    }

    private Message? ByEffect(Operation operation) =>
        SafetyGuard.Allows(operation.Method, operation.Effect, settings.Effects) ? null
        : operation.Effect == Effect.Read ? Message.Of("method-not-allowed", operation.Method)
        : Message.Of("effect-forbidden", operation.Effect.ToString().ToLowerInvariant());
}
