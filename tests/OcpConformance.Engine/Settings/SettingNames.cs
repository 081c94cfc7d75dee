using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Settings;

/// <summary>The names of all settings, with what the README says of them.</summary>
public static class SettingNames
{
#pragma warning disable CS1591 // The table below says what each one means.
    public const string BaseUrl = "OCP_BASE_URL";
    public const string UserName = "OCP_USERNAME";
    public const string Password = "OCP_PASSWORD";
    public const string Auth = "OCP_AUTH";
    public const string AccessKeyId = "OCP_ACCESS_KEY_ID";
    public const string AccessKeySecret = "OCP_ACCESS_KEY_SECRET";
    public const string Level = "OCP_LEVEL";
    public const string Select = Vocabulary.SelectSetting;
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

    /// <summary>The settings that do not depend on the contract.</summary>
    public static IReadOnlyList<SettingDefinition> General { get; } =
    [
        new(BaseUrl, "mock", "Address of the OCP, like https://ocp.example.com:8080; `mock` starts the embedded mock"),
        new(Auth, "basic", "How to authenticate: `basic` (user name and password) or `aksk` (signed with an access key)"),
        new(AccessKeyId, "none", "Id of the access key; beside a password it is used to try signatures", Secret: true),
        new(AccessKeySecret, "none", "Secret of the access key", Secret: true),
        new(UserName, "none", "User name for HTTP Basic", Secret: true),
        new(Password, "none", "Password for HTTP Basic", Secret: true),
        new(Level, "must", "Lowest level whose violations fail the run: `must` or `should`"),
        new(Effects, "read", "What requests may do to a live target: `read`, and any of `write`, `destroy`, `disrupt`, comma-separated"),
        new(Version, "what the target reports, else the newest", "Release of OCP to judge by, from 3.1.1, like `4.2.2`"),
        new(Edition, "enterprise", "Edition of OCP to judge by: `enterprise` or `community`"),
        new(Replay, "none", "HAR 1.2 file whose recorded answers are judged instead of a server's"),
        new(Waivers, "none", "JSON file of violations that somebody answers for; they warn and do not fail the run"),
        new(Baseline, "none", "conformance.json of an earlier run, which this one is compared with"),
        new(MinExercised, "0", "Share of the requirements that must be exercised, in percent (0 to 100); below it the run is incomplete"),
        new(Select, "*", "Operations to run, as comma-separated patterns with `*`: `backup/*,cluster/query-*`"),
        new(Language, "en-US", "Language of messages, sent as Accept-Language"),
        new(Timeout, "30", "Longest time for one exchange, in seconds (1 to 3600)"),
        new(ConnectTimeout, "5", "Longest time for one connection with its TLS handshake, in seconds (1 to 3600)"),
        new(RateBudget, "300", "Longest time in all in which requests are held back because the target throttles them, in seconds (0 to 86400)"),
        new(Parallel, "8", "Exchanges at the same time (1 to 256)"),
        new(ClockTolerance, "900", "Greatest distance between `timestamp` and the client's clock, in seconds (0 to 86400)"),
        new(DurationTolerance, "250", "How much longer than the client's measure `duration` may be, in milliseconds (0 to 60000)"),
        new(TlsCa, "the system's", "PEM file with the certificate authorities to trust"),
        new(TlsInsecure, "false", "`true` accepts any certificate"),
        new(Results, "tests/OcpConformance.Tests/TestResults/conformance", "Folder for the result files"),
        new(Formats, "all", "Formats to write beside conformance.json, comma-separated: `junit,summary`; `report --help` of the command line lists them"),
        new(Bundle, "none", "Zip file to write at the end of a run: the acceptance bundle"),
        new(BundleKey, "none", "PEM file with the private key (ECDSA P-256) that signs the acceptance bundle"),
        new(Contract, "this repository", "Folder that holds schemas/ and fixtures/"),
        new(MockFault, "none", "Name of a file of fixtures/faults: the embedded mock misbehaves in that way"),
    ];

    /// <summary>The settings that give the id of a resource by hand.</summary>
    public static IEnumerable<SettingDefinition> OfResources(ContractCatalog contract) =>
        contract.Resources.Values.Select(resource =>
            new SettingDefinition(resource.Setting, resource.Path is null ? "none" : "looked up on the target", $"Id of {resource.Title}"));
}
