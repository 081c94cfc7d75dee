using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Engine.Waivers;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Sending;

namespace OcpConformance.Engine.Settings;

/// <summary>The settings of a run, checked.</summary>
public sealed record RunSettings
{
    /// <summary>Address of the target; null for the embedded mock.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Whether requests are signed with an access key; otherwise they carry user name and password.</summary>
    public bool UsesAccessKey { get; init; }

    /// <summary>Id of the access key; null where there is none.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Secret of the access key; null where there is none.</summary>
    public string? AccessKeySecret { get; init; }

    /// <summary>User name; null where there is none.</summary>
    public string? UserName { get; init; }

    /// <summary>Password; null where there is none.</summary>
    public string? Password { get; init; }

    /// <summary>Lowest level whose violations fail the run.</summary>
    public Level Level { get; init; } = Level.Must;

    /// <summary>What requests may do to a live target.</summary>
    public IReadOnlySet<Effect> Effects { get; init; } = new HashSet<Effect> { Effect.Read };

    /// <summary>The release to judge by; null for what the target reports, else the newest.</summary>
    public Version? Version { get; init; }

    /// <summary>The edition to judge by.</summary>
    public Edition Edition { get; init; } = Edition.Enterprise;

    /// <summary>HAR file to judge instead of a server; null for none.</summary>
    public string? Replay { get; init; }

    /// <summary>The waivers, checked.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>The result of an earlier run to compare with; null for none.</summary>
    public ResultDocument? Baseline { get; init; }

    /// <summary>How many percent of the requirements must be exercised.</summary>
    public int MinExercised { get; init; }

    /// <summary>Patterns of operation ids.</summary>
    public IReadOnlyList<string> Select { get; init; } = ["*"];

    /// <summary>Patterns of scenarios.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = ["*"];

    /// <summary>Value of Accept-Language.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Longest time for an exchange.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time in all in which requests are held back because the target limits them.</summary>
    public TimeSpan RateBudget { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Exchanges at the same time.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>The tolerances of the judge.</summary>
    public JudgeOptions Judging { get; init; } = new();

    /// <summary>PEM file of authorities; null for those of the system.</summary>
    public string? TlsCa { get; init; }

    /// <summary>Whether any certificate is accepted.</summary>
    public bool TlsInsecure { get; init; }

    /// <summary>What a live target is reached through; null for nothing.</summary>
    public ProxyServer? Proxy { get; init; }

    /// <summary>Folder for the result files; null for the default of the front.</summary>
    public string? Results { get; init; }

    /// <summary>Zip file for the acceptance bundle; null for none.</summary>
    public string? Bundle { get; init; }

    /// <summary>PEM file with the key that signs the acceptance bundle; null for none.</summary>
    public string? BundleKey { get; init; }

    /// <summary>Names of the formats to write beside the result itself; null for all.</summary>
    public IReadOnlySet<string>? Formats { get; init; }

    /// <summary>Name of the mock's fault; null for none.</summary>
    public string? MockFault { get; init; }

    /// <summary>Ids of resources given by hand, by the name of the resource.</summary>
    public IReadOnlyDictionary<string, string> ResourceValues { get; init; } = new Dictionary<string, string>();

    /// <summary>The settings that were given, for the result; secrets only say that they are set.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the embedded mock is the target.</summary>
    public bool IsMock => BaseUrl is null && Replay is null;
}
