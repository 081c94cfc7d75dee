using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Settings;

/// <summary>The names of the settings that do not depend on the contract.</summary>
public static class SettingNames
{
#pragma warning disable CS1591 // SettingTable says what each one means.
    public const string BaseUrl = "OCP_BASE_URL";
    public const string UserName = "OCP_USERNAME";
    public const string Password = "OCP_PASSWORD";
    public const string Auth = "OCP_AUTH";
    public const string AccessKeyId = "OCP_ACCESS_KEY_ID";
    public const string AccessKeySecret = "OCP_ACCESS_KEY_SECRET";
    public const string Level = "OCP_LEVEL";
    public const string Select = Vocabulary.SelectSetting;
    public const string Scenarios = Vocabulary.ScenariosSetting;
    public const string Language = "OCP_LANGUAGE";
    public const string Timeout = "OCP_TIMEOUT_SECONDS";
    public const string ConnectTimeout = "OCP_CONNECT_TIMEOUT_SECONDS";
    public const string RateBudget = "OCP_RATE_BUDGET_SECONDS";
    public const string Parallel = "OCP_PARALLEL";
    public const string ClockTolerance = "OCP_CLOCK_TOLERANCE_SECONDS";
    public const string DurationTolerance = "OCP_DURATION_TOLERANCE_MS";
    public const string TlsCa = "OCP_TLS_CA";
    public const string TlsInsecure = "OCP_TLS_INSECURE";
    public const string Results = Vocabulary.ResultsSetting;
    public const string Contract = "OCP_CONTRACT";
    public const string Effects = "OCP_EFFECTS";
    public const string Version = "OCP_VERSION";
    public const string Edition = "OCP_EDITION";
    public const string Replay = "OCP_REPLAY";
    public const string Waivers = "OCP_WAIVERS";
    public const string Baseline = Vocabulary.BaselineSetting;
    public const string MinExercised = "OCP_MIN_EXERCISED";
    public const string MockFault = "OCP_MOCK_FAULT";
    public const string Formats = "OCP_FORMATS";
    public const string Bundle = "OCP_BUNDLE";
    public const string BundleKey = "OCP_BUNDLE_KEY";
#pragma warning restore CS1591

    /// <summary>What every setting starts with.</summary>
    public const string Prefix = "OCP_";
}
