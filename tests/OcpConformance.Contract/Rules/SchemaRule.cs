using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>The whole answer satisfies a schema, wherever all members that the rule speaks of occur.</summary>
/// <param name="when">JSON pointers of those members.</param>
/// <param name="accepts">Whether an answer satisfies the schema.</param>
internal sealed class SchemaRule(IReadOnlyList<string> when, Func<JsonElement, bool> accepts) : RuleCheck
{
    public override IReadOnlyList<string> Places => when;

    public override RuleOutcome Decide(JsonElement body, IReadOnlyDictionary<string, string> parameters)
    {
        if (when.FirstOrDefault(place => JsonPointer.Find(body, place) is null) is { } absent)
        {
            return RuleOutcome.Absent([absent]);
        }

        return accepts(body)
            ? RuleOutcome.Of([])
            : RuleOutcome.Of([(when[0], Message.Of("values-disagree", Argument.List(when.Select(place => Message.Of("place-is", place, Excerpt.Of(JsonPointer.Find(body, place)!.Value))))))]);
    }
}
