using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Settings;

/// <summary>All settings: what each is called, what it does, which values it takes and what holds without it.</summary>
public static class SettingTable
{
    internal static readonly Setting<Uri?> TargetAddress = new(
        SettingNames.BaseUrl, "mock", "Address of the OCP, like https://ocp.example.com:8080; `mock` starts the embedded mock", null, SettingParsers.BaseUrl);

    internal static readonly Setting<bool> Authentication = SettingForms.Word(
        SettingNames.Auth, "basic", new Dictionary<string, bool>(StringComparer.Ordinal) { ["basic"] = false, ["aksk"] = true },
        "How to authenticate: `basic` (user name and password) or `aksk` (signed with an access key)");

    internal static readonly Setting<string?> KeyId = SettingForms.Text(
        SettingNames.AccessKeyId, "Id of the access key; beside a password it is used to try signatures", text => text.HeaderText()) with { Secret = true };

    internal static readonly Setting<string?> KeySecret = SettingForms.Text(SettingNames.AccessKeySecret, "Secret of the access key") with { Secret = true };

    internal static readonly Setting<string?> User = SettingForms.Text(SettingNames.UserName, "User name for HTTP Basic", SettingParsers.UserName) with { Secret = true };

    internal static readonly Setting<string?> PasswordOfUser = SettingForms.Text(SettingNames.Password, "Password for HTTP Basic") with { Secret = true };

    internal static readonly Setting<Level> DecidingLevel = SettingForms.Word(
        SettingNames.Level, "must", new Dictionary<string, Level>(StringComparer.Ordinal) { ["must"] = Contract.Requirements.Level.Must, ["should"] = Contract.Requirements.Level.Should },
        "Lowest level whose violations fail the run: `must` or `should`");

    internal static readonly Setting<IReadOnlySet<Effect>> AllowedEffects = new(
        SettingNames.Effects, "read", "What requests may do to a live target: `read`, and any of `write`, `destroy`, `disrupt`, comma-separated",
        new HashSet<Effect> { Effect.Read }, SettingParsers.Effects);

    internal static readonly Setting<Version?> JudgedVersion = new(
        SettingNames.Version, "what the target reports, else the newest", "Release of OCP to judge by, from 3.1.1, like `4.2.2`", null, SettingParsers.Version);

    internal static readonly Setting<Edition> JudgedEdition = SettingForms.Word(
        SettingNames.Edition, "enterprise",
        new Dictionary<string, Edition>(StringComparer.Ordinal) { ["enterprise"] = Contract.Requirements.Edition.Enterprise, ["community"] = Contract.Requirements.Edition.Community },
        "Edition of OCP to judge by: `enterprise` or `community`");

    internal static readonly Setting<string?> Recording = SettingForms.File(
        SettingNames.Replay, "none", "a HAR file", "HAR 1.2 file whose recorded answers are judged instead of a server's");

    internal static readonly Setting<IReadOnlyList<Waiver>> AcceptedViolations = new(
        SettingNames.Waivers, "none", "JSON file of violations that somebody answers for; they warn and do not fail the run",
        [], text => WaiverReader.Read(text.File("a file of waivers"), text.Context.Contract, text.Context.Clock));

    internal static readonly Setting<ResultDocument?> EarlierResult = new(
        SettingNames.Baseline, "none", "conformance.json of an earlier run, which this one is compared with", null, SettingParsers.Baseline);

    internal static readonly Setting<int> LeastExercised = SettingForms.Number(
        SettingNames.MinExercised, 0, (0, 100), "percent", "Share of the requirements below which the run is incomplete because too few were exercised");

    internal static readonly Setting<IReadOnlyList<string>> Selection = new(
        SettingNames.Select, "*", "Operations to run, as comma-separated patterns with `*`: `backup/*,cluster/query-*`", ["*"], SettingParsers.Select);

    internal static readonly Setting<string> MessageLanguage = new(
        SettingNames.Language, "en-US", "Language of messages, sent as Accept-Language", "en-US", text => text.HeaderText());

    internal static readonly Setting<TimeSpan> ExchangeTimeout = SettingForms.Seconds(SettingNames.Timeout, 30, (1, 3600), "Longest time for one exchange");

    internal static readonly Setting<TimeSpan> ConnectionTimeout = SettingForms.Seconds(
        SettingNames.ConnectTimeout, 5, (1, 3600), "Longest time for one connection with its TLS handshake");

    internal static readonly Setting<TimeSpan> ThrottlingBudget = SettingForms.Seconds(
        SettingNames.RateBudget, 300, (0, 86400), "Longest time in all in which requests are held back because the target throttles them");

    internal static readonly Setting<int> ParallelExchanges = SettingForms.Number(
        SettingNames.Parallel, 8, (1, 256), "exchanges", "How much is sent at the same time, on a live target at most 3 requests with credentials");

    internal static readonly Setting<TimeSpan> ClockDistance = SettingForms.Seconds(
        SettingNames.ClockTolerance, 900, (0, 86400), "Greatest distance between `timestamp` and the client's clock");

    internal static readonly Setting<TimeSpan> DurationExcess = SettingForms.Milliseconds(
        SettingNames.DurationTolerance, 250, (0, 60000), "How much longer than the client's measure `duration` may be");

    internal static readonly Setting<string?> Authorities = SettingForms.File(SettingNames.TlsCa, "the system's", "a PEM file", "PEM file with the certificate authorities to trust");

    internal static readonly Setting<bool> AnyCertificate = SettingForms.Word(
        SettingNames.TlsInsecure, "false", new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["false"] = false }, "`true` accepts any certificate");

    internal static readonly Setting<string?> ResultFolder = SettingForms.Path(
        SettingNames.Results, "tests/OcpConformance.Tests/TestResults/conformance", "Folder for the result files");

    internal static readonly Setting<IReadOnlySet<string>?> WrittenFormats = new(
        SettingNames.Formats, "all", "Formats to write beside conformance.json, comma-separated: `junit,summary`; `report --help` of the command line lists them",
        null, SettingParsers.Formats);

    internal static readonly Setting<string?> BundleFile = SettingForms.Path(SettingNames.Bundle, "none", "Zip file to write at the end of a run: the acceptance bundle");

    internal static readonly Setting<string?> SigningKey = SettingForms.File(
        SettingNames.BundleKey, "none", "a PEM file", "PEM file with the private key (ECDSA P-256) that signs the acceptance bundle");

    internal static readonly Setting<string?> ContractFolder = SettingForms.Path(SettingNames.Contract, "this repository, or the contract inside the program", "Folder that holds schemas/ and fixtures/");

    internal static readonly Setting<string?> Fault = SettingForms.Text(SettingNames.MockFault, "Name of a file of fixtures/faults: the embedded mock misbehaves in that way");

    /// <summary>The settings that do not depend on the contract.</summary>
    public static IReadOnlyList<SettingDefinition> General { get; } =
    [
        TargetAddress, Authentication, KeyId, KeySecret, User, PasswordOfUser, DecidingLevel, AllowedEffects, JudgedVersion, JudgedEdition, Recording,
        AcceptedViolations, EarlierResult, LeastExercised, Selection, MessageLanguage, ExchangeTimeout, ConnectionTimeout, ThrottlingBudget, ParallelExchanges,
        ClockDistance, DurationExcess, Authorities, AnyCertificate, ResultFolder, WrittenFormats, BundleFile, SigningKey, ContractFolder, Fault,
    ];

    /// <summary>The settings that give the id of a resource by hand.</summary>
    /// <param name="resources">The resources of a contract.</param>
    public static IEnumerable<SettingDefinition> OfResources(IEnumerable<Resource> resources) => resources.Select(OfResource);

    internal static Setting<string?> OfResource(Resource resource) => new(
        resource.Setting, resource.Path is null ? "none" : "looked up on the target", $"Id of {resource.Title}", null, text => SettingParsers.ResourceId(resource, text));
}
