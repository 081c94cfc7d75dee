using System.Text.Json;
using System.Text.RegularExpressions;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Targets;

/// <summary>Finds the ids of objects on a live target: by hand from a setting, otherwise from the list that has one, asked once, or again where nothing listened.</summary>
/// <param name="contract">The resources.</param>
/// <param name="byHand">Ids that are given, by the name of the resource.</param>
/// <param name="client">Talks to the target.</param>
/// <param name="credentials">The right credentials.</param>
/// <param name="clock">The time that time windows are counted from.</param>
internal sealed partial class ResourceFinder(
    ContractCatalog contract, IReadOnlyDictionary<string, string> byHand, TargetClient client, ICredentials credentials, TimeProvider clock)
{
    private const int LongestId = 1000;

    private readonly Dictionary<string, FoundResource> found = new(StringComparer.Ordinal);
    private readonly List<(string Id, WireRecord Record)> lookups = [];

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<(string Id, WireRecord Record)> Lookups => lookups;

    /// <summary>Finds a resource.</summary>
    public async Task<FoundResource> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(name, out var resource))
        {
            found[name] = FoundResource.Missing(Message.Of("lookup-circle", name));
            resource = await LookUpAsync(contract.Resources[name], cancellationToken).ConfigureAwait(false);
            if (resource.IsPassing)
            {
                found.Remove(name);
            }
            else
            {
                found[name] = resource;
            }
        }

        return resource;
    }

    private async Task<FoundResource> LookUpAsync(Resource resource, CancellationToken cancellationToken)
    {
        if (byHand.TryGetValue(resource.Name, out var given))
        {
            return new FoundResource(given, resource.Setting, null);
        }

        if (resource.Path is not { } path || resource.Pointer is not { } pointer)
        {
            return FoundResource.Missing(Message.Of("no-list", resource.Title, resource.Setting));
        }

        foreach (Match placeholder in Placeholder().Matches(path))
        {
            var outer = await FindAsync(placeholder.Groups[1].Value, cancellationToken).ConfigureAwait(false);
            if (outer.Value is not { } inner)
            {
                return FoundResource.Missing(Message.Of("or-set", outer.Reason!, resource.Setting), outer.IsPassing);
            }

            path = path.Replace(placeholder.Value, Uri.EscapeDataString(inner), StringComparison.Ordinal);
        }

        var now = clock.GetLocalNow();
        var query = resource.Query.ToDictionary(pair => pair.Key, pair => LiveValue.Of(pair.Value, now), StringComparer.Ordinal);
        WireRecord record;
        try
        {
            var request = OwnRequest.Of(contract, RequestParameters.PathAndQuery(path, query), credentials);
            record = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (SafetyException exception)
        {
            return FoundResource.Missing(exception.Reason);
        }

        var id = $"lookup/{resource.Name}";
        lookups.RemoveAll(earlier => earlier.Id == id);
        lookups.Add((id, record));
        return record.Answer is { Status: 200 } answer && StrictJson.Read(answer.Body).Value is { } body && JsonPointer.Find(body, pointer) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value && value.GetRawText().Length <= LongestId && PathTemplate.IsSegment(value.ToString())
            ? new FoundResource(value.ToString(), null, null)
            : record.Failure is { IsWithoutConnection: true } failure
            ? FoundResource.Missing(Message.Of("lookup-unreachable", path, failure.Message, resource.Setting), failure.Kind == FailureKind.ConnectionRefused)
            : record.Answer is { Status: RateLimit.TooManyRequests }
            ? FoundResource.Missing(Message.Of("lookup-throttled", path, SettingNames.RateBudget, resource.Setting))
            : FoundResource.Missing(Message.Of("lookup-shows-nothing", path, resource.Title, record.Failure?.Message ?? Message.Of("http-status", record.Answer!.Status), resource.Setting));
    }

    [GeneratedRegex(@"\{([a-zA-Z.-]+)\}")]
    private static partial Regex Placeholder();
}
