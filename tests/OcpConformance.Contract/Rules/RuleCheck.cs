using System.Text.Json;

namespace OcpConformance.Contract.Rules;

/// <summary>Decides a rule for one answer. Each kind of rule is one of these, switched on by data in operation files.</summary>
public abstract class RuleCheck
{
    /// <summary>Places of the answer that the rule reads, <c>*</c> for any item; where one is at fault already, the rule is blocked.</summary>
    public abstract IReadOnlyList<string> Places { get; }

    /// <summary>Decides the rule.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="parameters">Values of the path and query parameters of the request, and the language that it asks for, by name.</param>
    public abstract RuleOutcome Decide(JsonElement body, IReadOnlyDictionary<string, string> parameters);
}
