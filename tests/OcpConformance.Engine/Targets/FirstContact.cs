using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Targets;

/// <summary>
/// Finds out with one request whether a target can be asked at all: whether it is there, is an OCP, and accepts the credentials.
/// Only where the answer leaves that open, as where the user may not see what is asked for, up to two others follow.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="settings">The settings.</param>
/// <param name="target">The target.</param>
/// <param name="client">Talks to it.</param>
/// <param name="clock">The time.</param>
internal sealed class FirstContact(ContractCatalog contract, RunSettings settings, RunTarget target, TargetClient client, TimeProvider clock)
{
    /// <summary>Id of the exchange that asks whether there is a server.</summary>
    public const string ProbeId = "probe";

    /// <summary>Id of the exchange that tries the credentials.</summary>
    public const string LoginId = "login";

    /// <summary>Id of the exchange that tries http instead of https, or the reverse.</summary>
    public const string OtherSchemeId = "other-scheme";

    private const int BadRequest = 400;

    private readonly List<(string Id, WireRecord Record)> exchanges = [];
    private readonly IReadOnlyList<string> logins = target.Kind == TargetKind.Live ? [.. LoginRequest.All(contract).Take(LoginBudget.Most)] : [];

    /// <summary>What was exchanged, in order.</summary>
    public IReadOnlyList<(string Id, WireRecord Record)> Exchanges => exchanges;

    /// <summary>Makes contact.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why nothing else is to be sent, with the setting and the remedy; null where it is.</returns>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<Message?> MakeAsync(CancellationToken cancellationToken)
    {
        if (logins.Count == 0)
        {
            return await UnansweredAsync(await AskAsync(ProbeId, client, contract.ProbePath, null, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        ExchangeAnswer? first = null;
        foreach (var path in logins)
        {
            var record = await TryAsync(first is null ? LoginId : $"{LoginId}/{exchanges.Count + 1}", path, target.Credentials, cancellationToken).ConfigureAwait(false);
            if (record is null)
            {
                break;
            }

            if (await UnansweredAsync(record, cancellationToken).ConfigureAwait(false) is { } unanswered)
            {
                return unanswered;
            }

            var answer = record.Answer!;
            if (LoginAnswer.IsAcceptance(answer))
            {
                return null;
            }

            if (ContactSentence.Of(path, answer, target) is { } sentence)
            {
                return sentence;
            }

            first ??= answer;
        }

        return ContactSentence.Open(logins[0], first!, target);
    }

    /// <summary>Uses right credentials once more, unless nothing may be sent with them.</summary>
    /// <param name="account">Which ones: an account of <see cref="LoginAttempt"/>.</param>
    /// <param name="after">What comes before, for the id of the exchange.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task RepeatAsync(string account, string after, CancellationToken cancellationToken)
    {
        if (logins.Count > 0)
        {
            await TryAsync($"{LoginId}/after-{after}", logins[0], account == LoginAttempt.AccessKey ? target.AccessKey! : target.Basic!, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Message?> UnansweredAsync(WireRecord record, CancellationToken cancellationToken)
    {
        var isOdd = record.Answer is { Status: BadRequest } || record.Failure is { Kind: FailureKind.TlsHandshake or FailureKind.Protocol or FailureKind.ConnectionLost or FailureKind.ConnectTimeout or FailureKind.Timeout };
        return isOdd && await SpeaksOtherSchemeAsync(cancellationToken).ConfigureAwait(false) ? OtherScheme
            : record.Failure is { } failure ? Message.Of("contact-failed", failure.Message)
            : null;
    }

    private Message OtherScheme => Message.Of("other-scheme", Other(target.BaseUrl.Scheme), target.BaseUrl.Scheme, SettingNames.BaseUrl);

    private async Task<bool> SpeaksOtherSchemeAsync(CancellationToken cancellationToken)
    {
        var address = new UriBuilder(target.BaseUrl) { Scheme = Other(target.BaseUrl.Scheme), Port = target.BaseUrl.Port }.Uri;
        using var other = new TargetClient(TargetSettings.Options(settings with { TlsCa = null, TlsInsecure = true }, target with { BaseUrl = address }, new HashSet<Effect>(), null), clock);
        var record = await AskAsync(OtherSchemeId, other, contract.ProbePath, null, cancellationToken).ConfigureAwait(false);
        return record.Answer is { Status: not BadRequest };
    }

    // Where nothing may be sent any more, nothing is, and whatever is to be sent next says why.
    private async Task<WireRecord?> TryAsync(string id, string path, ICredentials credentials, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(id, client, path, credentials, cancellationToken).ConfigureAwait(false);
        }
        catch (SafetyException)
        {
            return null;
        }
    }

    private async Task<WireRecord> AskAsync(string id, TargetClient asked, string pathAndQuery, ICredentials? credentials, CancellationToken cancellationToken)
    {
        var record = await asked.SendAsync(OwnRequest.Of(contract, pathAndQuery, credentials), cancellationToken).ConfigureAwait(false);
        exchanges.Add((id, record));
        return record;
    }

    private static string Other(string scheme) => scheme == Uri.UriSchemeHttp ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
}
