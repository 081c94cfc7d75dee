using OcpConformance.Contract.Requirements;

namespace OcpConformance.Contract.Judging;

/// <summary>
/// How a target throttles. The page on calling the API names the three headers and shows an answer with HTTP 429; what
/// the values of the headers mean follows from their names.
/// </summary>
public static class RateLimitRules
{
    private const string Page = "API call description";
    private const string File = "schemas/envelope/envelope.schema.json";

    /// <summary>All three headers, or none.</summary>
    public static Requirement HeadersTogether { get; } =
        Rule("rate-limit-headers-together", "an answer with one of RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset has all three", Level.Must);

    /// <summary>Numbers.</summary>
    public static Requirement WholeNumbers { get; } =
        Rule("rate-limit-whole-numbers", "RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset are whole numbers that are not negative", Level.Should);

    /// <summary>No more is left than there is.</summary>
    public static Requirement WithinLimit { get; } =
        Rule("rate-limit-remaining-within-limit", "RateLimit-Remaining is at most RateLimit-Limit", Level.Should);

    /// <summary>Each request uses something up.</summary>
    public static Requirement RemainingFalls { get; } =
        Rule("rate-limit-remaining-falls", "RateLimit-Remaining falls from one request to the next within a window", Level.Should);

    /// <summary>HTTP 429 in the envelope.</summary>
    public static Requirement ThrottledEnvelope { get; } =
        Rule("throttled-envelope", "an answer with HTTP 429 has the documented envelope with an error", Level.Must);

    /// <summary>All requirements of this class.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [HeadersTogether, WholeNumbers, WithinLimit, RemainingFalls, ThrottledEnvelope];

    private static Requirement Rule(string name, string sentence, Level level) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, sentence, level, CheckKind.Throttling, Page, File);
}
