using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Report.Model;

/// <summary>The result of a run, as conformance.json holds it. Every other format is made from this alone. Holds no secrets.</summary>
public sealed record ResultDocument
{
    /// <summary>The version of the format that this suite reads and writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Version of this format.</summary>
    public int FormatVersion { get; init; } = CurrentFormat;

    /// <summary>The suite that ran.</summary>
    public required SuiteInfo Suite { get; init; }

    /// <summary>The contract that was judged against.</summary>
    public required ContractInfo Contract { get; init; }

    /// <summary>What was tested.</summary>
    public required TargetInfo Target { get; init; }

    /// <summary>The settings that differ from their defaults, by name; secrets say only that they are set.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>What the run says about the target.</summary>
    public required ConclusionInfo Conclusion { get; init; }

    /// <summary>The counts.</summary>
    public required Totals Totals { get; init; }

    /// <summary>What the answers showed of what is documented.</summary>
    public required CoverageInfo Coverage { get; init; }

    /// <summary>What was seen and is neither required nor forbidden; null where there is nothing.</summary>
    public IReadOnlyList<ObservationInfo>? Observations { get; init; }

    /// <summary>How the target throttled the run; null where it did not.</summary>
    public ThrottlingInfo? Throttling { get; init; }

    /// <summary>Waivers whose requirement was not exercised; null where there are none.</summary>
    public IReadOnlyList<WaiverInfo>? UnexercisedWaivers { get; init; }

    /// <summary>Recorded entries that belong to no operation; null where there are none.</summary>
    public IReadOnlyList<string>? UnmatchedEntries { get; init; }

    /// <summary>Every requirement with its verdict, in the order of the contract.</summary>
    public required IReadOnlyList<RequirementResult> Requirements { get; init; }

    /// <summary>Every exchange, in the order of the plan.</summary>
    public required IReadOnlyList<ExchangeResult> Exchanges { get; init; }
}

/// <summary>The suite that ran.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record SuiteInfo(string Name, string Version);

/// <summary>The contract that was judged against.</summary>
/// <param name="Digest">SHA-256 over its files.</param>
/// <param name="Operations">How many operations the run covers.</param>
/// <param name="Version">The release that was judged by; null for the newest.</param>
/// <param name="VersionSource">Where the release comes from.</param>
/// <param name="Edition"><c>enterprise</c> or <c>community</c>.</param>
/// <param name="LeftOut">The operations that the release does not have; null where there are none.</param>
public sealed record ContractInfo(string Digest, int Operations, string? Version, Message VersionSource, string Edition, IReadOnlyList<LeftOutInfo>? LeftOut);

/// <summary>An operation that the release does not have.</summary>
/// <param name="Operation">Its id.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOutInfo(string Operation, Message Reason);

/// <summary>What was tested.</summary>
/// <param name="Kind"><c>mock</c>, <c>live</c> or <c>recorded</c>.</param>
/// <param name="BaseUrl">Its address.</param>
public sealed record TargetInfo(string Kind, string BaseUrl);

/// <summary>What the run says about the target.</summary>
/// <param name="Outcome"><c>conformant</c>, <c>non-conformant</c> or <c>incomplete</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Level">The level that decides: <c>must</c> or <c>should</c>.</param>
public sealed record ConclusionInfo(ConclusionKind Outcome, Message Reason, Level Level);

/// <summary>Counts of requirements by verdict, and of exchanges.</summary>
/// <param name="Requirements">All requirements of the run.</param>
/// <param name="Conforms">Those that hold wherever they were exercised.</param>
/// <param name="MustViolations">Violated ones of level must.</param>
/// <param name="ShouldViolations">Violated ones of level should.</param>
/// <param name="Waived">Violated ones that a waiver covers, of either level; they count as neither of the above.</param>
/// <param name="NotExercised">Those that no answer gave occasion for.</param>
/// <param name="Blocked">Those that could not be asked.</param>
/// <param name="Exchanges">Exchanges that were planned.</param>
public sealed record Totals(int Requirements, int Conforms, int MustViolations, int ShouldViolations, int Waived, int NotExercised, int Blocked, int Exchanges);

/// <summary>Something that was seen and is neither required nor forbidden.</summary>
/// <param name="Topic">What it is about, like <c>head</c> or <c>oversized-page</c>.</param>
/// <param name="Exchange">Id of the exchange.</param>
/// <param name="Message">What was seen.</param>
public sealed record ObservationInfo(string Topic, string Exchange, Message Message);

/// <summary>How a target throttled the run.</summary>
/// <param name="Rejections">How many answers were HTTP 429.</param>
/// <param name="WaitedMs">How long requests were held back in all, in milliseconds.</param>
/// <param name="BudgetMs">How long they may be held back, in milliseconds.</param>
public sealed record ThrottlingInfo(int Rejections, long WaitedMs, long BudgetMs);
