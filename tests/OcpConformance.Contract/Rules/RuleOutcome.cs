using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>What a rule makes of one answer.</summary>
/// <param name="NotExercised">Why the answer gives no occasion; null where it does.</param>
/// <param name="Violations">The places that break the rule, and what is there; empty where it holds.</param>
public sealed record RuleOutcome(Message? NotExercised, IReadOnlyList<(string Place, Message Actual)> Violations)
{
    /// <summary>The answer gives no occasion.</summary>
    public static RuleOutcome NoOccasion(Message reason) => new(reason, []);

    /// <summary>The answer was looked at, and this is what breaks the rule.</summary>
    public static RuleOutcome Of(IEnumerable<(string Place, Message Actual)> violations) => new(null, [.. violations]);

    /// <summary>The request has no such parameter.</summary>
    public static RuleOutcome NotAsked(string parameter) => NoOccasion(Message.Of("parameter-not-sent", parameter));

    /// <summary>Nothing is at the places.</summary>
    public static RuleOutcome Absent(IEnumerable<string> places) => NoOccasion(Message.Of("no-such-place", Argument.List(places)));
}
