using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;
using OcpConformance.Engine.Settings;
using OcpConformance.Transport.Authentication;

namespace OcpConformance.Engine.Targets;

/// <summary>Who calls in a scenario.</summary>
internal static class CallerCredentials
{
    /// <summary>The credentials of a scenario.</summary>
    /// <param name="target">What is known of the target.</param>
    /// <param name="operation">The operation; one that needs no credentials gets none, so that wrong ones do not keep it from being answered.</param>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The credentials, null for none; or why there are none that fit, with the remedy.</returns>
    public static (ICredentials? Credentials, Message? Missing) For(RunTarget target, Operation operation, Scenario scenario) => scenario switch
    {
        _ when !operation.NeedsCredentials => (null, null),
        { Kind: ScenarioKind.WithoutCredentials } => (null, null),
        { Kind: ScenarioKind.Signed } => Known(target.AccessKey, NoAccessKey),
        { Kind: ScenarioKind.WithPassword } => Known(target.Basic, NoUser),
        { Kind: ScenarioKind.WrongCredentials, Detail: { } caller } => Refused(target, caller),
        _ => (target.Credentials, null),
    };

    private static Message NoAccessKey => Message.Of("no-access-key", SettingNames.AccessKeyId, SettingNames.AccessKeySecret);

    private static Message NoUser => Message.Of("no-user", SettingNames.UserName, SettingNames.Password);

    private static (ICredentials?, Message?) Refused(RunTarget target, string caller)
    {
        if (RefusedCaller.WithAccessKey.Contains(caller))
        {
            return Known(target.AccessKey is { } key ? new RefusedSignature(caller, key) : null, NoAccessKey);
        }

        return RefusedCaller.WithoutUser.Contains(caller)
            ? (new RefusedBasic(caller), null)
            : Known(target.Basic is { } basic ? new RefusedBasic(caller, basic.UserName) : null, NoUser);
    }

    private static (ICredentials?, Message?) Known(ICredentials? credentials, Message missing) =>
        credentials is null ? (null, missing) : (credentials, null);
}
