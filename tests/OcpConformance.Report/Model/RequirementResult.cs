using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Messages;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Report.Model;

/// <summary>A requirement and what became of it in the whole run.</summary>
public sealed record RequirementResult
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The operation, or <c>envelope</c> or <c>protocol</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>JSON pointer of the value that it speaks of, <c>*</c> for any item; empty for the whole answer and for a rule.</summary>
    public required string Place { get; init; }

    /// <summary>The keyword of JSON Schema that states it, or the name of the rule.</summary>
    public required string Keyword { get; init; }

    /// <summary><c>must</c> or <c>should</c>.</summary>
    public required Level Level { get; init; }

    /// <summary>The sort of check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>What it states.</summary>
    public required Message Sentence { get; init; }

    /// <summary>The documentation page.</summary>
    public required string Page { get; init; }

    /// <summary>The contract file.</summary>
    public required string File { get; init; }

    /// <summary>The contradiction of the documentation at this place; null where there is none.</summary>
    public ErratumInfo? Erratum { get; init; }

    /// <summary><c>conforms</c>, <c>violates</c>, <c>waived</c>, <c>not-exercised</c> or <c>blocked</c>: the worst of all exchanges.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why it was not exercised or blocked; null otherwise.</summary>
    public Message? Reason { get; init; }

    /// <summary>The waiver that covers the violation; null where there is none.</summary>
    public WaiverInfo? Waiver { get; init; }

    /// <summary>In how many exchanges it holds.</summary>
    public required int ConformsIn { get; init; }

    /// <summary>The exchanges that speak for the verdict: all that violate it, or the first ones that it holds in.</summary>
    public required IReadOnlyList<EvidenceResult> Evidence { get; init; }
}

/// <summary>A violation that somebody answers for.</summary>
/// <param name="Requirement">The requirement, or the pattern, that the waiver names.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Ticket">Where it is followed up.</param>
/// <param name="Expires">The last day on which it counts.</param>
public sealed record WaiverInfo(string Requirement, string Reason, string Owner, string Ticket, DateOnly Expires);

/// <summary>A contradiction of the documentation.</summary>
/// <param name="Documented">What the table says.</param>
/// <param name="Shown">What the sample shows.</param>
public sealed record ErratumInfo(string Documented, string Shown);

/// <summary>What one exchange says about a requirement.</summary>
/// <param name="Exchange">Id of the exchange.</param>
/// <param name="Verdict">The verdict there.</param>
/// <param name="Findings">The places that break it, the first ones where there are many; null where there are none.</param>
/// <param name="FindingCount">How many places break it; null where none does.</param>
public sealed record EvidenceResult(string Exchange, VerdictKind Verdict, IReadOnlyList<FindingResult>? Findings, int? FindingCount);

/// <summary>One place that breaks a requirement.</summary>
/// <param name="Place">JSON pointer into the answer, or the name of a header; empty for the whole answer.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Actual">What is there.</param>
public sealed record FindingResult(string Place, Message Expected, Message Actual);
