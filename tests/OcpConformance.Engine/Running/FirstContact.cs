using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Running;

/// <summary>
/// Finds out with one request whether a target can be asked at all: whether it is there, is an OCP, and accepts the credentials.
/// Only where that one leaves it open a second one follows, which no user that exists answers for.
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

    /// <summary>Id of the exchange that tells whether somebody else is answered alike.</summary>
    public const string StrangerId = "stranger";

    /// <summary>Id of the exchange that tries http instead of https, or the reverse.</summary>
    public const string OtherSchemeId = "other-scheme";

    private const int BadRequest = 400;

    private readonly List<(string Id, WireRecord Record)> exchanges = [];
    private readonly string? path = target.Kind == RunTarget.Live ? LoginRequest.Of(contract) : null;

    /// <summary>What was exchanged, in order.</summary>
    public IReadOnlyList<(string Id, WireRecord Record)> Exchanges => exchanges;

    /// <summary>What the answer leaves in doubt, in a sentence; null for nothing.</summary>
    public string? Doubt { get; private set; }

    /// <summary>Makes contact.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why nothing else is to be sent, in a sentence with the setting and the remedy; null where it is.</returns>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<string?> MakeAsync(CancellationToken cancellationToken)
    {
        var record = path is null
            ? await AskAsync(ProbeId, client, contract.ProbePath, null, cancellationToken).ConfigureAwait(false)
            : await AskAsync(LoginId, client, path, target.Credentials, cancellationToken).ConfigureAwait(false);
        if (record.Answer is not { } answer)
        {
            return record.Failure is { Kind: FailureKind.TlsHandshake or FailureKind.Protocol or FailureKind.ConnectionLost } && await SpeaksOtherSchemeAsync(cancellationToken).ConfigureAwait(false)
                ? OtherScheme
                : $"The target cannot be reached: {record.Failure!.Message}.";
        }

        return path is null || LoginAnswer.IsAcceptance(answer) ? null
            : LoginAnswer.IsRefusal(answer) ? ContactSentence.Refused(target, answer)
            : ContactSentence.OfProxy(target, answer)
            ?? await CompareAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uses right credentials once more, unless nothing may be sent with them.</summary>
    /// <param name="account">Which ones: an account of <see cref="LoginAttempt"/>.</param>
    /// <param name="after">What comes before, for the id of the exchange.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task RepeatAsync(string account, string after, CancellationToken cancellationToken)
    {
        ICredentials? right = account == LoginAttempt.AccessKey ? target.AccessKey : target.Basic;
        try
        {
            _ = path is null ? null : await AskAsync($"{LoginId}/after-{after}", client, path, right, cancellationToken).ConfigureAwait(false);
        }
        catch (SafetyException)
        {
            // Then neither are wrong ones, and the first of those says why.
        }
    }

    // Whoever is answered otherwise than a user who does not exist is known to the target.
    private async Task<string?> CompareAsync(ExchangeAnswer answer, CancellationToken cancellationToken)
    {
        ICredentials nobody = target.Signs ? new RefusedSignature(RefusedCaller.UnknownKey, target.AccessKey!) : new RefusedBasic(RefusedCaller.UnknownUser);
        var stranger = await AskAsync(StrangerId, client, path!, nobody, cancellationToken).ConfigureAwait(false);
        if (stranger.Answer is { } other && (other.Status != answer.Status || LoginAnswer.IsPage(other) != LoginAnswer.IsPage(answer)))
        {
            client.Logins.Trust(target.Credentials.Login!);
            return null;
        }

        if (answer.Status == BadRequest && await SpeaksOtherSchemeAsync(cancellationToken).ConfigureAwait(false))
        {
            return OtherScheme;
        }

        Doubt = ContactSentence.Alike(path!, answer, target);
        return ContactSentence.OfOtherServer(path!, answer, target);
    }

    private string OtherScheme => $"The target speaks {Other(target.BaseUrl.Scheme)} and no {target.BaseUrl.Scheme}; write {Other(target.BaseUrl.Scheme)}:// in {SettingNames.BaseUrl}.";

    private async Task<bool> SpeaksOtherSchemeAsync(CancellationToken cancellationToken)
    {
        var address = new UriBuilder(target.BaseUrl) { Scheme = Other(target.BaseUrl.Scheme), Port = target.BaseUrl.Port }.Uri;
        using var other = new TargetClient(TargetSettings.Options(settings with { TlsCa = null, TlsInsecure = true }, target with { BaseUrl = address }, new HashSet<Effect>(), null), clock);
        var record = await AskAsync(OtherSchemeId, other, contract.ProbePath, null, cancellationToken).ConfigureAwait(false);
        return record.Answer is { Status: not BadRequest };
    }

    private async Task<WireRecord> AskAsync(string id, TargetClient asked, string pathAndQuery, ICredentials? credentials, CancellationToken cancellationToken)
    {
        var record = await asked.SendAsync(new OutgoingRequest("GET", pathAndQuery, Effect.Read, credentials), cancellationToken).ConfigureAwait(false);
        exchanges.Add((id, record));
        return record;
    }

    private static string Other(string scheme) => scheme == Uri.UriSchemeHttp ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
}
