using System.Globalization;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Targets;

/// <summary>Says in one sentence, with setting and remedy, what the first answer of a target means for the run.</summary>
internal static class ContactSentence
{
    private const int ProxyAuthenticationRequired = 407;

    /// <summary>What an answer to the right credentials means for the run, where it is no success; null where it says nothing about all others.</summary>
    public static string? Of(string path, ExchangeAnswer answer, RunTarget target) => answer switch
    {
        _ when LoginAnswer.IsRefusal(answer) => $"The target refuses the {Account(target)} ({Http(answer)}), so nothing else is sent; correct {Settings(target)}{(target.Signs ? ", and see that the clocks agree" : string.Empty)}.",
        { Status: ProxyAuthenticationRequired } when target.Proxy is { } proxy =>
            $"The target cannot be reached: {proxy} wants a user name and a password ({Http(answer)}); write them as in http://user:password@host:port.",
        { Status: >= 300 and < 400 } => $"GET {path} leads {Elsewhere(target, answer)} ({Http(answer)}), {OtherServer(target)}",
        _ when LoginAnswer.IsPage(answer) => $"GET {path} shows a page for people ({Http(answer)}), {OtherServer(target)}",
        _ => null,
    };

    /// <summary>Nothing shows whether the target accepts the credentials.</summary>
    public static string Open(string path, ExchangeAnswer answer, RunTarget target) => answer.Status == RateLimit.TooManyRequests
        ? $"Every answer was HTTP 429: the target throttles requests for longer than {SettingNames.RateBudget} lets the run wait."
        : $"Nothing shows whether the target accepts the {Account(target)}: GET {path} is answered with {Http(answer)}{Via(target)}, and others bring no data either; check {SettingNames.BaseUrl}, {Settings(target)}, and what the user may see.";

    /// <summary>A reason, which stands at the end of a sentence, as a sentence of its own.</summary>
    public static string Of(string reason) => $"{char.ToUpperInvariant(reason[0])}{reason[1..]}; see what locks the user, and run again.";

    /// <summary>A sentence as a reason, which stands at the end of one.</summary>
    public static string AsReason(string sentence) => (sentence.StartsWith("The ", StringComparison.Ordinal) ? $"the {sentence[4..]}" : sentence).TrimEnd('.');

    private static string Account(RunTarget target) => target.Credentials.Login!.Account;

    private static string Settings(RunTarget target) => target.Signs
        ? $"{SettingNames.AccessKeyId} and {SettingNames.AccessKeySecret}"
        : $"{SettingNames.UserName} and {SettingNames.Password}";

    private static string OtherServer(RunTarget target) => $"as another web server or a login page does{Via(target)}; write the address of the OCP itself in {SettingNames.BaseUrl}.";

    private static string Http(ExchangeAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"HTTP {answer.Status}");

    private static string Via(RunTarget target) => target.Proxy is { } proxy ? $", through {proxy}" : string.Empty;

    // The path and the query of an address may hold what nobody is to know.
    private static string Elsewhere(RunTarget target, ExchangeAnswer answer) =>
        answer.Header("Location") is { } location && Uri.TryCreate(target.BaseUrl, location, out var url) && url.Host.Length > 0 && url.GetLeftPart(UriPartial.Authority) is var there && there != target.BaseUrl.GetLeftPart(UriPartial.Authority)
            ? $"to {there}"
            : "to another page";
}
