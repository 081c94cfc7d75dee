namespace OcpConformance.Contract.Rules;

/// <summary>What a rule makes of one answer.</summary>
/// <param name="NotExercised">Why the answer gives no occasion; null where it does.</param>
/// <param name="Violations">The places that break the rule, and what is there; empty where it holds.</param>
public sealed record RuleOutcome(string? NotExercised, IReadOnlyList<(string Place, string Actual)> Violations)
{
    /// <summary>The answer gives no occasion.</summary>
    public static RuleOutcome NoOccasion(string reason) => new(reason, []);

    /// <summary>The answer was looked at, and this is what breaks the rule.</summary>
    public static RuleOutcome Of(IEnumerable<(string Place, string Actual)> violations) => new(null, [.. violations]);

    /// <summary>The request has no such parameter.</summary>
    public static RuleOutcome NotAsked(string parameter) => NoOccasion($"the request has no {parameter}");

    /// <summary>Nothing is at the places.</summary>
    public static RuleOutcome Absent(IEnumerable<string> places) => NoOccasion($"the answer has no {string.Join(" or ", places)}");
}
