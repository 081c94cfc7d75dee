using OcpConformance.Contract.Messages;
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
        Rule("rate-limit-headers-together", Level.Must);

    /// <summary>Numbers.</summary>
    public static Requirement WholeNumbers { get; } =
        Rule("rate-limit-whole-numbers", Level.Should);

    /// <summary>No more is left than there is.</summary>
    public static Requirement WithinLimit { get; } =
        Rule("rate-limit-remaining-within-limit", Level.Should);

    /// <summary>Each request uses something up.</summary>
    public static Requirement RemainingFalls { get; } =
        Rule("rate-limit-remaining-falls", Level.Should);

    /// <summary>HTTP 429 in the envelope.</summary>
    public static Requirement ThrottledEnvelope { get; } =
        Rule("throttled-envelope", Level.Must);

    /// <summary>All requirements of this class.</summary>
    public static IReadOnlyList<Requirement> All { get; } = [HeadersTogether, WholeNumbers, WithinLimit, RemainingFalls, ThrottledEnvelope];

    private static Requirement Rule(string name, Level level) =>
        Requirement.OfRule(Requirement.ProtocolScope, name, Message.Of(name), level, CheckKind.Throttling, Page, File);
}
