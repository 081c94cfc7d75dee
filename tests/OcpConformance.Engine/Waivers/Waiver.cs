using System.IO.Enumeration;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Waivers;

/// <summary>Violations that somebody answers for, until a day.</summary>
public sealed record Waiver
{
    /// <summary>Its place in the file, as a JSON pointer.</summary>
    public required string Place { get; init; }

    /// <summary>Id of a requirement, or a pattern of ids in which <c>*</c> stands for any text.</summary>
    public required string Requirement { get; init; }

    /// <summary>Whether <see cref="Requirement"/> is a pattern. Ids hold <c>*</c> too, so what is an id is no pattern.</summary>
    public required bool IsPattern { get; init; }

    /// <summary><c>mock</c>, <c>live</c>, <c>recorded</c> or a pattern of addresses; null for every target.</summary>
    public string? Target { get; init; }

    /// <summary>The releases; null for all.</summary>
    public WaivedReleases? Releases { get; init; }

    /// <summary>The edition; null for all.</summary>
    public Edition? Edition { get; init; }

    /// <summary>Pattern of what stands at the places that break the requirement; null where anything may.</summary>
    public string? Actual { get; init; }

    /// <summary>Why the violation is accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it is followed up.</summary>
    public required string Ticket { get; init; }

    /// <summary>The last day on which it counts, in UTC.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>The waiver as the result shows it.</summary>
    public WaiverInfo ToInfo() => new(Requirement, Reason, Owner, Ticket, Expires);

    /// <summary>Whether it speaks of a requirement.</summary>
    public bool Concerns(string requirement) => IsPattern ? Matches(Requirement, requirement) : Requirement == requirement;

    /// <summary>Whether it speaks of a release.</summary>
    public bool IsFor(Release release) => Releases?.Include(release.Version) != false && (Edition ?? release.Edition) == release.Edition;

    /// <summary>Whether it speaks of a target, or of the server that a recorded exchange was sent to.</summary>
    /// <param name="kind">What the target is: one of <see cref="TargetKind"/>.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="exchange">The exchange; null for none.</param>
    public bool IsFor(string kind, Uri address, Exchange? exchange) =>
        Target is not { } pattern
        || pattern == kind
        || Addresses(pattern, address)
        || (kind == TargetKind.Recorded && exchange is not null && Addresses(pattern, exchange.Request.Url));

    /// <summary>Whether it covers a violation: every place that breaks the requirement is known and is broken in the waived way.</summary>
    public bool Covers(Verdict violation) =>
        Actual is not { } pattern
        || (violation.FindingCount == violation.Findings.Count && violation.Findings.All(finding => Matches(pattern, finding.Actual.Text)));

    private static bool Addresses(string pattern, Uri url)
    {
        var address = url.AbsoluteUri.TrimEnd('/');
        return Matches(pattern.TrimEnd('/'), address) || Matches($"{pattern.TrimEnd('/')}/*", address);
    }

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}
