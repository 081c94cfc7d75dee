using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Targets;

/// <summary>Says, with setting and remedy, what the first answer of a target means for the run.</summary>
internal static class ContactSentence
{
    private const int ProxyAuthenticationRequired = 407;

    /// <summary>What an answer to the right credentials means for the run, where it is no success; null where it says nothing about all others.</summary>
    public static Message? Of(string path, ExchangeAnswer answer, RunTarget target) => answer switch
    {
        _ when LoginAnswer.IsRefusal(answer) => Message.Of(target.Signs ? "contact-signature-refused" : "contact-refused", Account(target), answer.Status, Argument.List(Settings(target))),
        { Status: ProxyAuthenticationRequired } when target.Proxy is { } proxy => Message.Of("contact-proxy-wants-user", proxy.Words, answer.Status),
        { Status: >= 300 and < 400 } => Message.Of("contact-redirected", path, Elsewhere(target, answer), answer.Status, Via(target), SettingNames.BaseUrl),
        _ when LoginAnswer.IsPage(answer) => Message.Of("contact-page", path, answer.Status, Via(target), SettingNames.BaseUrl),
        _ => null,
    };

    /// <summary>Nothing shows whether the target accepts the credentials.</summary>
    public static Message Open(string path, ExchangeAnswer answer, RunTarget target) => answer.Status == RateLimit.TooManyRequests
        ? Message.Of("every-answer-throttled", SettingNames.RateBudget)
        : Message.Of("contact-unclear", Account(target), path, answer.Status, Via(target), SettingNames.BaseUrl, Argument.List(Settings(target)));

    private static Message Account(RunTarget target) => Message.Of(target.Credentials.Login!.Account);

    private static string[] Settings(RunTarget target) =>
        target.Signs ? [SettingNames.AccessKeyId, SettingNames.AccessKeySecret] : [SettingNames.UserName, SettingNames.Password];

    private static Argument Via(RunTarget target) => target.Proxy is { } proxy ? Message.Of("through-proxy", proxy.Words) : string.Empty;

    // The path and the query of an address may hold what nobody is to know.
    private static Argument Elsewhere(RunTarget target, ExchangeAnswer answer) =>
        answer.Header("Location") is { } location && Uri.TryCreate(target.BaseUrl, location, out var url) && url.Host.Length > 0 && url.GetLeftPart(UriPartial.Authority) is var there && there != target.BaseUrl.GetLeftPart(UriPartial.Authority)
            ? there
            : Message.Of("another-page");
}
