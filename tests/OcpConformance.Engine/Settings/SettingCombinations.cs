namespace OcpConformance.Engine.Settings;

/// <summary>Finds settings that contradict each other.</summary>
internal static class SettingCombinations
{
    /// <summary>Checks settings against each other.</summary>
    /// <exception cref="SettingsException">Two contradict each other, or one is missing beside another.</exception>
    public static void Check(RunSettings settings)
    {
        if (settings.Replay is not null && !settings.Scenarios.SequenceEqual(["*"]))
        {
            throw new SettingsException(SettingNames.Scenarios, $"{SettingNames.Replay} names a recording, which has the requests that it has", "Remove one of the two");
        }

        if (settings.Replay is not null && settings.BaseUrl is not null)
        {
            throw new SettingsException(SettingNames.Replay, $"it contradicts {SettingNames.BaseUrl}", "Judge either a recording or a server");
        }

        if (settings is { BundleKey: not null, Bundle: null })
        {
            throw new SettingsException(SettingNames.BundleKey, "there is no bundle to sign", $"Set {SettingNames.Bundle}, or remove it");
        }

        if (settings.Replay is not null)
        {
            return;
        }

        if (settings is { IsMock: false, UsesAccessKey: true } && (settings.AccessKeyId is null || settings.AccessKeySecret is null))
        {
            throw new SettingsException(SettingNames.Auth, "aksk needs an access key", $"Set {SettingNames.AccessKeyId} and {SettingNames.AccessKeySecret}");
        }

        if (settings.AccessKeyId is null != settings.AccessKeySecret is null)
        {
            throw new SettingsException(settings.AccessKeyId is null ? SettingNames.AccessKeySecret : SettingNames.AccessKeyId, "half of an access key is given", $"Set both {SettingNames.AccessKeyId} and {SettingNames.AccessKeySecret}, or neither");
        }

        if (settings.IsMock && (settings.UserName ?? settings.Password ?? settings.AccessKeyId ?? settings.AccessKeySecret) is not null)
        {
            throw new SettingsException(SettingNames.BaseUrl, "credentials are given, but no target; the embedded mock has credentials of its own", $"Set {SettingNames.BaseUrl} to the address of the OCP");
        }

        if (settings is { IsMock: false, UsesAccessKey: false, UserName: null })
        {
            throw new SettingsException(SettingNames.UserName, "a live target needs a user name", $"Set {SettingNames.UserName} and {SettingNames.Password}");
        }

        if (settings is { IsMock: false, UsesAccessKey: false, Password: null })
        {
            throw new SettingsException(SettingNames.Password, "a live target needs a password", $"Set {SettingNames.Password}");
        }

        if (!settings.IsMock && settings.MockFault is not null)
        {
            throw new SettingsException(SettingNames.MockFault, "only the embedded mock has faults", $"Remove it, or leave {SettingNames.BaseUrl} out");
        }

        if (settings.TlsCa is not null && settings.TlsInsecure)
        {
            throw new SettingsException(SettingNames.TlsInsecure, $"it contradicts {SettingNames.TlsCa}", "Remove one of the two");
        }

        if ((settings.TlsCa is not null || settings.TlsInsecure) && settings.BaseUrl?.Scheme != Uri.UriSchemeHttps)
        {
            throw new SettingsException(settings.TlsCa is null ? SettingNames.TlsInsecure : SettingNames.TlsCa, "the target is not reached with https", $"Remove it, or write https in {SettingNames.BaseUrl}");
        }
    }
}
